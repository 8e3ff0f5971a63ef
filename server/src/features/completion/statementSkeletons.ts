import type { PolicyType } from '../../policy/policyType.ts';

export interface StatementSkeleton {
  readonly name: string;
  /** The statement's members, line by line, with tab stops. */
  readonly members: readonly string[];
}

const allowActions: StatementSkeleton = {
  name: 'allow actions',
  members: [
    '"Effect": "Allow",',
    '"Action": [',
    '\t"${1:s3:GetObject}"',
    '],',
    '"Resource": [',
    '\t"${2:arn:aws:s3:::amzn-s3-demo-bucket/*}"',
    ']',
  ],
};

const denyActions: StatementSkeleton = {
  name: 'deny actions',
  members: [
    '"Effect": "Deny",',
    '"Action": [',
    '\t"${1:s3:DeleteObject}"',
    '],',
    '"Resource": [',
    '\t"${2:arn:aws:s3:::amzn-s3-demo-bucket/*}"',
    ']',
  ],
};

const passRole: StatementSkeleton = {
  name: 'pass a role to a service',
  members: [
    '"Effect": "Allow",',
    '"Action": "iam:PassRole",',
    '"Resource": "arn:aws:iam::${1:111122223333}:role/${2:ExampleRole}",',
    '"Condition": {',
    '\t"StringEquals": {',
    '\t\t"iam:PassedToService": "${3:lambda.amazonaws.com}"',
    '\t}',
    '}',
  ],
};

const trust: readonly StatementSkeleton[] = [
  {
    name: 'an AWS service',
    members: [
      '"Effect": "Allow",',
      '"Principal": {',
      '\t"Service": "${1:ec2.amazonaws.com}"',
      '},',
      '"Action": "sts:AssumeRole"',
    ],
  },
  {
    name: 'another account, with an external id',
    members: [
      '"Effect": "Allow",',
      '"Principal": {',
      '\t"AWS": "arn:aws:iam::${1:111122223333}:root"',
      '},',
      '"Action": "sts:AssumeRole",',
      '"Condition": {',
      '\t"StringEquals": {',
      '\t\t"sts:ExternalId": "${2:ExampleExternalId}"',
      '\t}',
      '}',
    ],
  },
  {
    name: 'a SAML provider',
    members: [
      '"Effect": "Allow",',
      '"Principal": {',
      '\t"Federated": "arn:aws:iam::${1:111122223333}:saml-provider/${2:ExampleProvider}"',
      '},',
      '"Action": "sts:AssumeRoleWithSAML",',
      '"Condition": {',
      '\t"StringEquals": {',
      '\t\t"SAML:aud": "https://signin.aws.amazon.com/saml"',
      '\t}',
      '}',
    ],
  },
  {
    name: 'GitHub Actions (OIDC)',
    members: [
      '"Effect": "Allow",',
      '"Principal": {',
      '\t"Federated": "arn:aws:iam::${1:111122223333}:oidc-provider/token.actions.githubusercontent.com"',
      '},',
      '"Action": "sts:AssumeRoleWithWebIdentity",',
      '"Condition": {',
      '\t"StringEquals": {',
      '\t\t"token.actions.githubusercontent.com:aud": "sts.amazonaws.com",',
      '\t\t"token.actions.githubusercontent.com:sub": "repo:${2:octo-org}/${3:octo-repo}:ref:refs/heads/${4:main}"',
      '\t}',
      '}',
    ],
  },
];

const resource: readonly StatementSkeleton[] = [
  {
    name: 'allow a role',
    members: [
      '"Effect": "Allow",',
      '"Principal": {',
      '\t"AWS": "arn:aws:iam::${1:111122223333}:role/${2:ExampleRole}"',
      '},',
      '"Action": [',
      '\t"${3:s3:GetObject}"',
      '],',
      '"Resource": [',
      '\t"${4:arn:aws:s3:::amzn-s3-demo-bucket/*}"',
      ']',
    ],
  },
  {
    name: 'deny requests without TLS',
    members: [
      '"Effect": "Deny",',
      '"Principal": "*",',
      '"Action": "${1:s3:*}",',
      '"Resource": [',
      '\t"${2:arn:aws:s3:::amzn-s3-demo-bucket}",',
      '\t"${3:arn:aws:s3:::amzn-s3-demo-bucket/*}"',
      '],',
      '"Condition": {',
      '\t"Bool": {',
      '\t\t"aws:SecureTransport": "false"',
      '\t}',
      '}',
    ],
  },
];

const scp: readonly StatementSkeleton[] = [
  {
    name: 'deny actions',
    members: [
      '"Effect": "Deny",',
      '"Action": [',
      '\t"${1:organizations:LeaveOrganization}"',
      '],',
      '"Resource": "*"',
    ],
  },
];

const rcp: readonly StatementSkeleton[] = [
  {
    name: 'deny requests without TLS',
    members: [
      '"Effect": "Deny",',
      '"Principal": "*",',
      '"Action": [',
      '\t"${1:s3:*}"',
      '],',
      '"Resource": "*",',
      '"Condition": {',
      '\t"BoolIfExists": {',
      '\t\t"aws:SecureTransport": "false"',
      '\t}',
      '}',
    ],
  },
];

const permissions = [allowActions, denyActions, passRole];

/** Statements to start from, by type of policy; with their defaults the project's checks find nothing in them. */
export const skeletonsOfType: Readonly<Record<PolicyType, readonly StatementSkeleton[]>> = {
  trust,
  identity: permissions,
  resource,
  scp,
  rcp,
  boundary: [allowActions, denyActions],
  session: [allowActions, denyActions],
};
