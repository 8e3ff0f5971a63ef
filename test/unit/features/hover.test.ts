import { describe, expect, test } from 'vitest';
import { hover } from '../../../server/src/features/hover/hover.ts';
import { readDocument } from '../../../server/src/policy/readDocument.ts';
import { defaultSettings } from '../../../server/src/protocol.ts';
import { testCatalog } from '../../catalog.ts';
import { readCursor } from '../../markedText.ts';

/** The hover at `|`, its closing line with the data's date taken off, and the text it marks. */
function hoverAt(marked: string): { markdown: string; marks: string } | undefined {
  const { text, cursor } = readCursor(marked);
  const found = hover(readDocument(text), cursor, { catalog: testCatalog(), settings: defaultSettings });
  if (found === undefined) return undefined;
  const [markdown = '', footer] = found.markdown.split('\n\n---\n');
  expect(footer).toContain('2026');
  return { markdown, marks: text.slice(found.start, found.end) };
}

const allow = (inside: string) =>
  `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", ${inside} }] }`;

describe('hover on an action', () => {
  test('tells what it does, its level, resource types with ARNs, and links to AWS', () => {
    const found = hoverAt(allow('"Action": "s3:Get|Object", "Resource": "*"'));
    expect(found?.marks).toBe('"s3:GetObject"');
    expect(found?.markdown).toContain('**s3:GetObject** · Read · Amazon S3');
    expect(found?.markdown).toContain('`arn:${Partition}:s3:::${BucketName}/${ObjectName}`');
    expect(found?.markdown).toContain('s3:ExistingObjectTag/');
    expect(found?.markdown).toMatch(/\[AWS documentation\]\(https:\/\/docs\.aws\.amazon\.com\/.*s3/);
  });

  test('tells how many actions a wildcard matches, by level, and lists them', () => {
    const found = hoverAt(allow('"Action": ["sqs:Li|st*"], "Resource": "*"'));
    expect(found?.markdown).toMatch(/matches \d+ actions: .*\d+ /);
    expect(found?.markdown).toContain('`sqs:ListQueues`');
  });

  test('names the IAM action that an API operation stands for', () => {
    expect(hoverAt(allow('"Action": "lambda:|Invoke", "Resource": "*"'))?.markdown).toContain(
      '`lambda:InvokeFunction`',
    );
  });

  test('says that an action takes no resource', () => {
    const found = hoverAt(allow('"Action": "s3:ListAllMy|Buckets", "Resource": "*"'));
    expect(found?.markdown).toContain('Takes no resource');
  });

  test('has nothing to say of an unknown name', () => {
    expect(hoverAt(allow('"Action": "s3:Frob|nicate", "Resource": "*"'))).toBeUndefined();
  });
});

describe('hover on an ARN', () => {
  test('names its parts and its resource type', () => {
    const found = hoverAt(
      allow('"Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-|demo-bucket/logs/*"'),
    );
    expect(found?.markdown).toContain('**Amazon S3** · object');
    expect(found?.markdown).toContain('Account: empty');
    expect(found?.markdown).toContain('Resource: `amzn-s3-demo-bucket/logs/*`');
  });

  test('names a Region', () => {
    const found = hoverAt(
      allow('"Action": "sqs:*", "Resource": "arn:aws:sqs:eu-|west-1:111122223333:orders"'),
    );
    expect(found?.markdown).toContain('Region: `eu-west-1` (Europe \\(Ireland\\))');
  });

  test('says what is wrong with a short one', () => {
    expect(hoverAt(allow('"Action": "s3:*", "Resource": "arn:aws:|s3"'))?.markdown).toContain('six fields');
  });

  test('shows the document of an AWS managed policy', () => {
    const found = hoverAt(
      allow(
        '"Action": "iam:AttachRolePolicy", "Resource": "*", "Condition": { "ArnEquals": { "iam:PolicyARN": "arn:aws:iam::aws:policy/Admin|istratorAccess" } }',
      ),
    );
    expect(found?.markdown).toContain('AWS managed policy');
    expect(found?.markdown).toContain('"Action": "*"');
  });

  test('shows that document where a role’s template names the policy, with no policy in it', () => {
    const template = (arn: string) => `{"Properties":{"ManagedPolicyArns":["${arn}"]}}`;
    const found = hoverAt(template('arn:aws:iam::aws:policy/Admin|istratorAccess'));
    expect(found?.markdown).toContain('"Action": "*"');
    expect(found?.marks).toBe('"arn:aws:iam::aws:policy/AdministratorAccess"');
    expect(hoverAt(template('arn:aws:iam::111122223333:policy/Ow|n'))).toBeUndefined();
  });
});

describe('hover on a principal', () => {
  const trust = (principal: string) => allow(`"Action": "sts:AssumeRole", "Principal": ${principal}`);

  test.each([
    ['{ "Service": "ec2.|amazonaws.com" }', 'Amazon EC2'],
    ['{ "AWS": "1111|22223333" }', 'Account 111122223333'],
    ['{ "AWS": "arn:aws:iam::111122223333:role/de|ploy" }', 'Role deploy of account 111122223333'],
    [
      '{ "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.|githubusercontent.com" }',
      'GitHub Actions',
    ],
    ['"|*"', 'Everyone'],
    ['{ "Serv|ice": "ec2.amazonaws.com" }', 'AWS services'],
  ])('%s', (principal, expected) => {
    expect(hoverAt(trust(principal))?.markdown).toContain(expected);
  });
});

describe('hover on a condition', () => {
  const when = (condition: string) =>
    allow(`"Action": "s3:GetObject", "Resource": "*", "Condition": ${condition}`);

  test.each([
    ['{ "StringNot|Equals": { "aws:PrincipalOrgID": "o-1" } }', 'When the key is absent:** it holds'],
    ['{ "ForAllValues:String|Equals": { "aws:TagKeys": "a" } }', 'every value'],
    ['{ "StringEquals": { "aws:Principal|OrgID": "o-1" } }', 'single value · global'],
    ['{ "ForAllValues:StringEquals": { "aws:Tag|Keys": "a" } }', 'several values'],
    ['{ "StringEquals": { "s3:|prefix": "a" } }', 'Amazon S3'],
    ['{ "StringEquals": { "aws:RequestedRegion": "eu-|west-1" } }', 'Ireland'],
  ])('%s', (condition, expected) => {
    expect(hoverAt(when(condition))?.markdown).toContain(expected);
  });
});

describe('hover on a policy variable', () => {
  test('marks the variable alone and tells what stands for it', () => {
    const found = hoverAt(
      allow('"Action": "s3:GetObject", "Resource": "arn:aws:s3:::home/${aws:user|name}/*"'),
    );
    expect(found?.marks).toBe('${aws:username}');
    expect(found?.markdown).toContain('Policy variable');
  });
});

describe('hover on elements', () => {
  test.each([
    ['{ "Ver|sion": "2012-10-17", "Statement": [] }', '**Version**'],
    ['{ "Version": "2012-|10-17", "Statement": [] }', 'current version'],
    [allow('"Act|ion": "s3:GetObject", "Resource": "*"'), '**Action**'],
    [allow('"Action": "s3:GetObject", "NotRes|ource": "*"'), '**NotResource**'],
  ])('%s', (marked, expected) => {
    expect(hoverAt(marked)?.markdown).toContain(expected);
  });

  test('a lone statement has its elements too', () => {
    expect(hoverAt('{ "Effect": "Allow", "Act|ion": "s3:GetObject", "Resource": "*" }')?.markdown).toContain(
      '**Action**',
    );
  });
});

test('the opening brace and the Sid of a statement tell it in a sentence', () => {
  const statement = (brace: string, sid: string) =>
    `{ "Version": "2012-10-17", "Statement": [${brace} "Sid": "${sid}", "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" }] }`;
  const sentence = 'Allows Amazon EC2 to assume this role\\.';
  expect(hoverAt(statement('|{', 'Trust'))?.markdown).toBe(sentence);
  expect(hoverAt(statement('{', 'Tr|ust'))?.markdown).toBe(sentence);
});

test('JSON that holds no policy gets no hover', () => {
  expect(hoverAt('{ "na|me": "s3:GetObject" }')).toBeUndefined();
});

test('text of the document cannot bring markup into a hover', () => {
  const found = hoverAt(
    allow('"Action": "sts:AssumeRole", "Sid": "<img src=x>[a](command:b)|", "Resource": "[x](command:y)<b>"'),
  );
  expect(found?.markdown).not.toMatch(/<img|<b>|(?<!\\)\]\(command/);
});

test('a document cut at every offset is answered', () => {
  const whole = allow(
    '"Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, "Action": ["sts:*", "s3:GetObject"], "Resource": ["arn:aws:s3:::a/${aws:username}", "*"], "Condition": { "ForAnyValue:StringLike": { "aws:TagKeys": ["a", "*"] } }',
  );
  const context = { catalog: testCatalog(), settings: defaultSettings };
  let answered = 0;
  for (let end = 0; end <= whole.length; end++) {
    const file = readDocument(whole.slice(0, end));
    for (const offset of [end, Math.floor(end / 2)])
      if (hover(file, offset, context) !== undefined) answered++;
  }
  expect(answered).toBeGreaterThan(whole.length / 2);
});
