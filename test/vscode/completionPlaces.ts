/** A place that has completion. */
export interface Place {
  readonly name: string;
  /** With `|` for the cursor. */
  readonly text: string;
  readonly typed: string;
  /** The whole document once the suggestion on top is taken. */
  readonly expected: string;
}

const allow = (members: string) => `{"Version":"2012-10-17","Statement":[{"Effect":"Allow",${members}}]}`;
const listBucket = (condition: string) =>
  allow(`"Action":"s3:ListBucket","Resource":"*","Condition":{${condition}}`);
const trust = (members: string) => allow(`${members},"Action":"sts:AssumeRole"`);
const github = 'token.actions.githubusercontent.com';
const web = (members: string) =>
  allow(
    `"Principal":{"Federated":"arn:aws:iam::111122223333:oidc-provider/${github}"},"Action":"sts:AssumeRoleWithWebIdentity",${members}`,
  );
const lines = (...text: string[]) => text.join('\n');

const trustDocument = lines(
  '{',
  '    "Version": "2012-10-17",',
  '    "Statement": [',
  '        {',
  '            "Effect": "Allow",',
  '            "Principal": {',
  '                "Service": "ec2.amazonaws.com"',
  '            },',
  '            "Action": "sts:AssumeRole"',
  '        }',
  '    ]',
  '}',
);

const statementAround = (members: string) =>
  lines('{', '  "Version": "2012-10-17",', '  "Statement": [', '    {', members, '    }', '  ]', '}');

/** The text with what takes the place of the `|` and of what is typed there. */
function put(name: string, text: string, typed: string, inserted: string): Place {
  return { name, text, typed, expected: text.replace('|', () => inserted) };
}

export const places: readonly Place[] = [
  put('a document in an empty file', '|', 'Trust', trustDocument),
  {
    name: 'a document in empty braces',
    text: '{\n  |\n}',
    typed: '',
    expected: trustDocument.replaceAll('    ', '  '),
  },
  put('a first document key', '{|}', '"Vers', '"Version": "2012-10-17"'),
  put('a document key', '{"Version":"2012-10-17",|}', '"State', '"Statement": [\n    \n]'),
  put('a version', '{"Version":"|","Statement":[]}', '', '2012-10-17'),
  put(
    'a statement in a list',
    '{"Version":"2012-10-17","Statement":[|]}',
    '',
    lines(
      '{',
      '    "Effect": "Allow",',
      '    "Action": [',
      '        "s3:GetObject"',
      '    ],',
      '    "Resource": [',
      '        "arn:aws:s3:::amzn-s3-demo-bucket/*"',
      '    ]',
      '}',
    ),
  ),
  put(
    'a statement in empty braces',
    statementAround('      |'),
    '"Statement: p',
    lines(
      '"Effect": "Allow",',
      '      "Action": "iam:PassRole",',
      '      "Resource": "arn:aws:iam::111122223333:role/ExampleRole",',
      '      "Condition": {',
      '        "StringEquals": {',
      '          "iam:PassedToService": "lambda.amazonaws.com"',
      '        }',
      '      }',
    ),
  ),
  put('a statement key', allow('"Action":"s3:GetObject",|'), '"Reso', '"Resource": [\n    ""\n]'),
  put('an effect', '{"Version":"2012-10-17","Statement":[{"Effect":"|"}]}', 'D', 'Deny'),
  put('an effect without quotes', '{"Version":"2012-10-17","Statement":[{"Effect":|}]}', '', '"Allow"'),
  put('a service', allow('"Action":"|"'), 'dynamo', 'dynamodb:'),
  put('a service by its name', allow('"Action":"|"'), 'step', 'states:'),
  put('an action', allow('"Action":"|"'), 's3:GetObj', 's3:GetObject'),
  put('an action in a list', allow('"Action":["s3:GetObject","|"]'), 's3:putobj', 's3:PutObject'),
  put('a wildcard', allow('"Action":"|"'), 's3:Get*', 's3:Get*'),
  {
    name: 'an action in the place of a whole word',
    text: allow('"Action":"s3:GetObj|Whatever"'),
    typed: 'ectAc',
    expected: allow('"Action":"s3:GetObjectAcl"'),
  },
  put(
    'a resource of the actions',
    allow('"Action":"s3:GetObject","Resource":"|"'),
    '',
    'arn:aws:s3:::BucketName/ObjectName',
  ),
  put('a condition operator', listBucket('|'), '"StringLi', '"StringLike": {\n    \n}'),
  put(
    'a set operator for a multivalued key',
    allow('"Action":"ec2:CreateTags","Resource":"*","Condition":{"|":{"aws:TagKeys":["team"]}}'),
    '',
    'ForAnyValue:StringEquals',
  ),
  put('a condition key of the action', listBucket('"StringLike":{|}'), '"pref', '"s3:prefix": ""'),
  put(
    'a global condition key',
    listBucket('"StringEquals":{"|":"eu-west-1"}'),
    'aws:Requested',
    'aws:RequestedRegion',
  ),
  put('a boolean', listBucket('"Bool":{"aws:SecureTransport":"|"}'), '', 'true'),
  put('a Region', listBucket('"StringEquals":{"aws:RequestedRegion":"|"}'), 'eu-cen', 'eu-central-1'),
  put(
    'a service principal as a condition value',
    allow('"Action":"iam:PassRole","Resource":"*","Condition":{"StringEquals":{"iam:PassedToService":"|"}}'),
    'lambda',
    'lambda.amazonaws.com',
  ),
  put('a principal type', trust('"Principal":{|}'), '"Serv', '"Service": ""'),
  put('a service principal', trust('"Principal":{"Service":"|"}'), 'ec2', 'ec2.amazonaws.com'),
  put('an account principal', trust('"Principal":{"AWS":"|"}'), 'arn:', 'arn:aws:iam::111122223333:root'),
  put(
    'a federated provider',
    allow('"Principal":{"Federated":"|"},"Action":"sts:AssumeRoleWithWebIdentity"'),
    'token',
    `arn:aws:iam::111122223333:oidc-provider/${github}`,
  ),
  put('an OIDC audience', web(`"Condition":{"StringEquals":{"${github}:aud":"|"}}`), '', 'sts.amazonaws.com'),
  put(
    'an OIDC subject',
    web(`"Condition":{"StringLike":{"${github}:sub":"|"}}`),
    'repo:octo-org/octo-repo:pull',
    'repo:octo-org/octo-repo:pull_request',
  ),
  put(
    'an action of a trust policy',
    allow('"Principal":{"Service":"ec2.amazonaws.com"},"Action":"|"'),
    '',
    'sts:AssumeRole',
  ),
  put(
    'a policy variable',
    allow('"Action":"s3:GetObject","Resource":"arn:aws:s3:::amzn-s3-demo-bucket/|"'),
    '${aws:usern',
    '${aws:username}',
  ),
  put(
    'a managed policy',
    '{"Resources":{"Worker":{"Type":"AWS::IAM::Role","Properties":{"ManagedPolicyArns":["|"]}}}}',
    'ReadOnlyAcc',
    'arn:aws:iam::aws:policy/ReadOnlyAccess',
  ),
];
