import { exposureCheck } from './exposureCheck.ts';

export const riskResourceExposure = exposureCheck({
  code: 'RISK_RESOURCE_EXPOSURE',
  severity: 'WARNING',
  group: 'exposure',
  gives: 'lets any of them be opened to others',
  what: 'The statement allows on every resource what opens it to other accounts, networks or everyone, such as s3:PutBucketPolicy.',
  why: 'One call can make any resource of its kind public, or share it with an account outside.',
  fix: 'Name the resources whose access may be changed.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html',
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": ["s3:CreateBucket", «"s3:PutBucketPolicy"»], "Resource": "arn:aws:s3:::*" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": [«"lambda:AddPermission"», "sqs:AddPermission"], "Resource": "*" } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "s3:PutBucketPolicy", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "s3:PutBucketAcl", "Resource": "arn:aws:s3:::*" },
        { "Effect": "Deny", "Action": "s3:PutBucket*", "NotResource": "arn:aws:s3:::amzn-s3-demo-bucket" }] }`,
    },
  ],
});
