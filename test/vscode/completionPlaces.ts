/** One row for every place that has completion: what is typed at the `|`, and the document once the first item is taken. */
export interface Place {
  readonly place: string;
  readonly text: string;
  readonly typed: string;
  readonly expected: string;
}

const identity = (members: string) => `{"Version":"2012-10-17","Statement":[{"Effect":"Allow",${members}}]}`;
const trust = (members: string) =>
  `{"Version":"2012-10-17","Statement":[{"Effect":"Allow",${members},"Action":"sts:AssumeRole"}]}`;

/** Every row keeps to one line, but for what a skeleton brings. */
function place(name: string, text: string, typed: string, inserted: string): Place {
  return { place: name, text, typed, expected: text.replace('|', () => inserted) };
}

export const places: readonly Place[] = [
  place('a document key', '{"Version":"2012-10-17",|}', '"State', 'X'),
  place('a statement key', identity('"Action":"s3:GetObject",|'), '"Reso', 'X'),
  place('a version', '{"Version":"|","Statement":[]}', '', '2012-10-17'),
  place('an effect', '{"Version":"2012-10-17","Statement":[{"Effect":"|"}]}', 'D', 'Deny'),
  place('an effect without quotes', '{"Version":"2012-10-17","Statement":[{"Effect":|}]}', '', '"Allow"'),
  place('a service', identity('"Action":"|"'), 'dynamo', 'dynamodb:'),
  place('a service by its name', identity('"Action":"|"'), 'step', 'states:'),
  place('an action', identity('"Action":"|"'), 's3:GetObj', 's3:GetObject'),
  place('an action in a list', identity('"Action":["s3:GetObject","|"]'), 's3:putobj', 's3:PutObject'),
  place('a wildcard', identity('"Action":"|"'), 's3:Get*', 's3:Get*'),
  { place:'an action in the place of a whole word', text: identity('"Action":"s3:GetObj|Whatever"'), typed: 'ectAc', expected: identity('"Action":"s3:GetObjectAcl"') },
  place('a resource of the actions', identity('"Action":"s3:GetObject","Resource":"|"'), '', 'X'),
  place('a condition operator', identity('"Action":"s3:ListBucket","Condition":{|}'), '"StringLi', 'X'),
  place('a set operator for a multivalued key', identity('"Action":"ec2:CreateTags","Resource":"*","Condition":{"|":{"aws:TagKeys":["team"]}}'), '', 'X'),
  place('a condition key of the action', identity('"Action":"s3:ListBucket","Resource":"*","Condition":{"StringLike":{|}}'), '"pref', 'X'),
  place('a global condition key', identity('"Action":"s3:ListBucket","Resource":"*","Condition":{"StringEquals":{"|":"eu-west-1"}}'), 'aws:Requested', 'aws:RequestedRegion'),
  place('a boolean', identity('"Action":"s3:ListBucket","Condition":{"Bool":{"aws:SecureTransport":"|"}}'), '', 'true'),
  place('a Region', identity('"Action":"s3:ListBucket","Condition":{"StringEquals":{"aws:RequestedRegion":"|"}}'), 'eu-cen', 'eu-central-1'),
  place('a service principal as a condition value', identity('"Action":"iam:PassRole","Resource":"*","Condition":{"StringEquals":{"iam:PassedToService":"|"}}'), 'lambda', 'lambda.amazonaws.com'),
  place('a principal type', trust('"Principal":{|}'), '"Serv', 'X'),
  place('a service principal', trust('"Principal":{"Service":"|"}'), 'ec2', 'ec2.amazonaws.com'),
  place('an account principal', trust('"Principal":{"AWS":"|"}'), 'arn:', 'X'),
  place('a federated provider', trust('"Principal":{"Federated":"|"}').replace('AssumeRole', 'AssumeRoleWithWebIdentity'), 'token', 'X'),
  place('an OIDC audience', '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringEquals":{"token.actions.githubusercontent.com:aud":"|"}}}]}', '', 'sts.amazonaws.com'),
  place('an OIDC subject', '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringLike":{"token.actions.githubusercontent.com:sub":"|"}}}]}', '', 'X'),
  place('an action of a trust policy', '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"|"}]}', '', 'sts:AssumeRole'),
  place('a policy variable', identity('"Action":"s3:GetObject","Resource":"arn:aws:s3:::amzn-s3-demo-bucket/|"'), '${aws:usern', 'X'),
  place('a managed policy', '{"AWSTemplateFormatVersion":"2010-09-09","Resources":{"R":{"Type":"AWS::IAM::Role","Properties":{"ManagedPolicyArns":["|"]}}}}', 'ReadOnlyAcc', 'arn:aws:iam::aws:policy/ReadOnlyAccess'),
  place('a document in an empty file', '|', 'ec', 'X'),
  place('a document in empty braces', '{\n  |\n}', '', 'X'),
  place('a statement in a list', '{"Version":"2012-10-17","Statement":[|]}', '', 'X'),
  place('a statement in empty braces', '{\n  "Version": "2012-10-17",\n  "Statement": [\n    {\n      |\n    }\n  ]\n}', 'allow', 'X'),
];
