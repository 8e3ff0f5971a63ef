import { exposureCheck } from './exposureCheck.ts';

export const riskCredentialsExposure = exposureCheck({
  code: 'RISK_CREDENTIALS_EXPOSURE',
  severity: 'WARNING',
  group: 'credentials',
  gives: 'gives away the secrets, keys or logins of all of them',
  what: 'The statement allows on every resource what returns or opens credentials, such as secretsmanager:GetSecretValue.',
  why: 'Whoever holds a secret, a key or a login acts with it, past all other limits of the policy.',
  fix: 'Name the secrets, databases or hosts that are needed.',
  source: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_iam-policies.html',
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": «"secretsmanager:GetSecretValue"», "Resource": "*" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": ["ssm:PutParameter", «"ssm:Get*"»], "Resource": "arn:aws:ssm:us-east-1:111122223333:parameter/*" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": [«"rds-db:connect"», "redshift:GetClusterCredentials"],
        "Resource": ["arn:aws:rds-db:*:*:dbuser:*/*", "arn:aws:redshift:*:*:*"] } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "secretsmanager:GetSecretValue",
        "Resource": "arn:aws:secretsmanager:us-east-1:111122223333:secret:orders-AbCdEf" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "secretsmanager:GetSecretValue", "Resource": "*",
        "Condition": { "StringEquals": { "aws:ResourceTag/team": "orders" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "ecr:GetAuthorizationToken", "Resource": "*" } }`,
    },
  ],
});
