/** What the sandbox account has, for each of the things that commands do. */

function policy(...statements: readonly object[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

function trust(principal: object, more: object = {}): string {
  return policy({ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole', ...more });
}

/** moto's. */
const account = '123456789012';

export const userName = 'Alice';
export const identityProvider = 'token.actions.githubusercontent.com';

const readReports = {
  Effect: 'Allow',
  Action: ['s3:GetObject', 's3:ListBucket'],
  Resource: ['arn:aws:s3:::amzn-s3-demo-bucket', 'arn:aws:s3:::amzn-s3-demo-bucket/reports/*'],
};

/** Name to its versions, the last of which is the default. */
export const policies: Readonly<Record<string, readonly string[]>> = {
  ReadReports: [policy({ ...readReports, Action: 's3:GetObject' }), policy(readReports)],
  DeveloperBoundary: [
    policy({ Effect: 'Allow', Action: ['s3:*', 'dynamodb:*', 'logs:*'], Resource: '*' }),
    policy(
      { Effect: 'Allow', Action: ['s3:*', 'dynamodb:*', 'logs:*'], Resource: '*' },
      { Effect: 'Deny', Action: 's3:DeleteBucket', Resource: '*' },
    ),
  ],
};

export interface SandboxRole {
  readonly name: string;
  readonly description: string;
  readonly trustPolicy: string;
  /** ARNs of managed policies. */
  readonly attached?: readonly string[];
  readonly inline?: Readonly<Record<string, string>>;
  /** ARN of a managed policy. */
  readonly boundary?: string;
}

export const roles: readonly SandboxRole[] = [
  {
    name: 'WebServer',
    description: 'What the instances of the web site may do.',
    trustPolicy: trust({ Service: 'ec2.amazonaws.com' }),
    attached: ['arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore'],
  },
  {
    name: 'Reporting',
    description: 'Reads reports; everyone in this account may assume it.',
    trustPolicy: trust({ AWS: `arn:aws:iam::${account}:root` }),
    attached: [`arn:aws:iam::${account}:policy/ReadReports`],
    boundary: `arn:aws:iam::${account}:policy/DeveloperBoundary`,
  },
  {
    name: 'Vendor',
    description: 'For a company outside, which must bring its external id.',
    trustPolicy: trust(
      { AWS: '210987654321' },
      { Condition: { StringEquals: { 'sts:ExternalId': 'example-external-id' } } },
    ),
    attached: ['arn:aws:iam::aws:policy/SecurityAudit'],
  },
  {
    name: 'Deploy',
    description: 'For one repository on GitHub.',
    trustPolicy: trust(
      { Federated: `arn:aws:iam::${account}:oidc-provider/${identityProvider}` },
      {
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
          StringEquals: {
            [`${identityProvider}:aud`]: 'sts.amazonaws.com',
            [`${identityProvider}:sub`]: 'repo:octo-org/octo-repo:ref:refs/heads/main',
          },
        },
      },
    ),
    inline: {
      DeployFunctions: policy({ Effect: 'Allow', Action: 'lambda:UpdateFunctionCode', Resource: '*' }),
    },
  },
];

/** An image that moto has. */
export const imageId = 'ami-12c6146b';

/** Values of their `Name` tags. The first one has the instance profile of the first role. */
export const instances: readonly string[] = ['web-1', 'web-2'];
