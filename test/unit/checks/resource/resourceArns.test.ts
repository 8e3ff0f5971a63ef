import { describe, expect, test } from 'vitest';
import { checkFile } from '../../../../server/src/checks/checkPolicy.ts';
import { readDocument } from '../../../../server/src/policy/readDocument.ts';
import { testCatalog } from '../../../catalog.ts';

/** Codes of the findings on one resource. */
function codesFor(resource: string): readonly string[] {
  const policy = {
    Version: '2012-10-17',
    Statement: { Effect: 'Deny', Action: '*', Resource: resource },
  };
  const file = readDocument(JSON.stringify(policy), { chosen: { type: 'identity' } });
  return checkFile(file, testCatalog(), { trustedAccounts: [] }).map(({ code }) => code);
}

describe('ARNs that AWS documents or uses', () => {
  test.each([
    '*',
    'arn:aws:s3:::amzn-s3-demo-bucket',
    'arn:aws:s3:::*',
    'arn:aws:s3:::${aws:username}/*',
    'arn:aws:s3:::amzn-s3-demo-bucket/a:b:c/*',
    'arn:aws:s3::111122223333:accesspoint/mfzwi23gnjvgw.mrap',
    'arn:aws:s3:us-west-2:111122223333:accesspoint/orders',
    'arn:aws:s3:us-west-2:111122223333:job/*',
    'arn:aws:iam::111122223333:role/orders',
    'arn:aws:iam::*:role/*',
    'arn:aws:iam::aws:policy/AdministratorAccess',
    'arn:aws:iam::111122223333:root',
    'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
    'arn:aws:sts::111122223333:assumed-role/orders/session',
    'arn:aws:logs:us-east-1:111122223333:log-group:/aws/lambda/orders:*',
    'arn:aws:logs:us-east-1:111122223333:log-group:/aws/lambda/orders',
    'arn:aws:lambda:us-east-1:111122223333:function:orders:live',
    'arn:aws:lambda:us-east-1:111122223333:layer:orders:1',
    'arn:aws:ec2:us-east-1::image/ami-0abc',
    'arn:aws:ec2:us-east-1:111122223333:instance/i-0abc',
    'arn:aws:ec2:*:*:snapshot/*',
    'arn:aws:ec2:us-east-1:111122223333:security-group/sg-0abc',
    'arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/orders/50dc6c495c0c9188',
    'arn:aws:execute-api:us-east-1:111122223333:abc123/prod/GET/orders',
    'arn:aws:apigateway:us-east-1::/restapis/abc123',
    'arn:aws:route53:::hostedzone/Z123',
    'arn:aws:cloudfront::111122223333:distribution/EDFDVBD6EXAMPLE',
    'arn:aws:dynamodb:us-east-1:111122223333:table/orders/index/*',
    'arn:aws:dynamodb::111122223333:global-table/orders',
    'arn:aws:sns:us-east-1:111122223333:orders',
    'arn:aws:kms:us-east-1:111122223333:alias/orders',
    'arn:aws:ssm:us-east-1::parameter/aws/service/ami-amazon-linux-latest/al2023',
    'arn:aws:ssm:us-east-1::document/AWS-RunShellScript',
    'arn:aws:securityhub:us-east-1::product/aws/securityhub',
    'arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2',
    'arn:aws:cloudformation:us-east-1:aws:transform/Serverless-2016-10-31',
    'arn:aws:codecommit:us-east-1:111122223333:orders',
    'arn:aws:secretsmanager:us-east-1:111122223333:secret:orders-AbCdEf',
    'arn:aws:rds:us-east-1:111122223333:db:orders',
    'arn:aws:wafv2:us-east-1:111122223333:global/webacl/orders/1234',
    'arn:aws:organizations::111122223333:ou/o-abc/ou-abc',
    'arn:aws:catalog:us-east-1:111122223333:portfolio/port-abc',
    'arn:aws:sagemaker:us-east-1:aws:hub-content/SageMakerPublicHub/Model/*',
    'arn:aws-us-gov:sqs:us-gov-west-1:111122223333:orders',
    'arn:aws-cn:s3:::amzn-s3-demo-bucket/*',
    'arn:*:sqs:*:*:*',
    'arn:aws:es:us-east-1:111122223333:domain/orders/*',
    'arn:aws:autoscaling:us-east-1:111122223333:autoScalingGroup:*:autoScalingGroupName/orders',
    'arn:aws:ecs:us-east-1:111122223333:task-definition/orders:3',
    'arn:aws:ecr:us-east-1:111122223333:repository/orders',
    'arn:aws:eks:us-east-1:111122223333:cluster/orders',
    'arn:aws:states:us-east-1:111122223333:stateMachine:orders',
    'arn:aws:events:us-east-1:111122223333:event-bus/default',
    'arn:aws:events:us-east-1:111122223333:rule/orders',
    'arn:aws:glue:us-east-1:111122223333:catalog',
    'arn:aws:athena:us-east-1:111122223333:workgroup/primary',
    'arn:aws:cognito-idp:us-east-1:111122223333:userpool/us-east-1_abc',
    'arn:aws:kinesis:us-east-1:111122223333:stream/orders',
    'arn:aws:ses:us-east-1:111122223333:identity/example.com',
    'arn:aws:elasticache:us-east-1:111122223333:cluster:orders',
    'arn:aws:elasticfilesystem:us-east-1:111122223333:file-system/fs-0abc',
    'arn:aws:acm:us-east-1:111122223333:certificate/1234',
    'arn:aws:backup:us-east-1:111122223333:backup-vault:Default',
    'arn:aws:codebuild:us-east-1:111122223333:project/orders',
    'arn:aws:codepipeline:us-east-1:111122223333:orders',
    'arn:aws:cloudwatch:us-east-1:111122223333:alarm:orders',
    'arn:aws:config:us-east-1:111122223333:config-rule/config-rule-abc',
    'arn:aws:redshift:us-east-1:111122223333:cluster:orders',
    'arn:aws:batch:us-east-1:111122223333:job-queue/orders',
  ])('%s', (resource) => {
    expect(codesFor(resource)).toEqual([]);
  });
});

describe('ARNs that match nothing', () => {
  test.each([
    ['arn:aws:iam:us-east-1:111122223333:rol/orders', ['ARN_REGION_NOT_ALLOWED', 'INVALID_ARN_RESOURCE']],
    [
      'arn:aws:s3:us-east-1:111122223333:amzn-s3-demo-bucket',
      ['ARN_REGION_NOT_ALLOWED', 'ARN_ACCOUNT_NOT_ALLOWED'],
    ],
    ['arn:aws:sqs:::orders', ['MISSING_ARN_REGION']],
    ['arn:aws:lambda:us-east-1:111122223333:orders', ['INVALID_ARN_RESOURCE']],
    ['arn:aws:ec2:us-east-1:111122223333:image/ami-0abc', ['ARN_ACCOUNT_NOT_ALLOWED']],
    ['arn:aws:iam::11112222:role/orders', ['INVALID_ARN_ACCOUNT']],
    ['arn:aws:dynamodb:eu-centrl-1:111122223333:table/orders', ['INVALID_ARN_REGION']],
    ['arn:aws:S3:::amzn-s3-demo-bucket', ['INVALID_ARN_SERVICE_CASE']],
    ['arn:aws:s4:::amzn-s3-demo-bucket', ['INVALID_SERVICE']],
    ['arn:aws:s3:::', []],
    ['arn:', ['MISSING_ARN_FIELD']],
    ['arn', ['MISSING_ARN_FIELD']],
    ['amzn-s3-demo-bucket', ['INVALID_ARN_PREFIX']],
    ['arn:awss:s3:::amzn-s3-demo-bucket', ['INVALID_PARTITION']],
  ])('%s gives %j', (resource, codes) => {
    expect(codesFor(resource)).toEqual(codes);
  });
});
