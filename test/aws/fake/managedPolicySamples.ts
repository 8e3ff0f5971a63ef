import { newId } from './newId.ts';
import type { FakePolicy } from './state.ts';

const created = '2015-02-06T18:39:46.000Z';

function allow(...actions: readonly string[]): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }],
  });
}

/** Names and paths as AWS has them, contents cut short. */
const samples: Readonly<Record<string, string>> = {
  AdministratorAccess: allow('*'),
  PowerUserAccess: allow('s3:*', 'ec2:*', 'lambda:*'),
  ReadOnlyAccess: allow('s3:Get*', 's3:List*', 'ec2:Describe*', 'iam:Get*', 'iam:List*'),
  SecurityAudit: allow('iam:Get*', 'iam:List*'),
  IAMReadOnlyAccess: allow('iam:Get*', 'iam:List*'),
  AmazonS3ReadOnlyAccess: allow('s3:Get*', 's3:List*', 's3:Describe*'),
  AmazonS3FullAccess: allow('s3:*'),
  AmazonEC2ReadOnlyAccess: allow('ec2:Describe*'),
  AmazonDynamoDBReadOnlyAccess: allow('dynamodb:Get*', 'dynamodb:Query'),
  AmazonSQSFullAccess: allow('sqs:*'),
  AmazonSSMManagedInstanceCore: allow('ssm:UpdateInstanceInformation', 'ssmmessages:*', 'ec2messages:*'),
  CloudWatchAgentServerPolicy: allow('cloudwatch:PutMetricData', 'logs:PutLogEvents'),
  'service-role/AWSLambdaBasicExecutionRole': allow('logs:CreateLogGroup', 'logs:PutLogEvents'),
  'job-function/ViewOnlyAccess': allow('ec2:Describe*', 's3:List*'),
};

export function managedPolicySamples(): readonly FakePolicy[] {
  return Object.entries(samples).map(([pathAndName, document]) => {
    const name = pathAndName.replace(/^.*\//, '');
    return {
      account: 'aws',
      name,
      path: `/${pathAndName.slice(0, -name.length)}`,
      arn: `arn:aws:iam::aws:policy/${pathAndName}`,
      id: newId('ANPA'),
      description: '',
      created,
      updated: created,
      versions: [{ id: 'v1', document, created }],
      defaultVersionId: 'v1',
      madeVersions: 1,
      tags: {},
    };
  });
}
