import { describe, expect, test } from 'vitest';
import { literalOf } from '../../../server/src/syntax/node.ts';
import { meaningOf, policyIn, refactor, refactorOnly } from './refactor.ts';

function policy(...statements: readonly string[]): string {
  return `{ "Version": "2012-10-17", "Statement": [\n    ${statements.join(',\n    ')}\n] }`;
}

describe('splitting by service', () => {
  const kind = 'refactor.rewrite.iamRoles.splitByService';
  const bucket = '"arn:aws:s3:::amzn-s3-demo-bucket/*"';
  const queue = '"arn:aws:sqs:eu-west-1:111122223333:orders"';

  test('gives each service its actions and resources, and a Sid of its own', () => {
    const other = '{ "Sid": "WorkSqs", "Effect": "Deny", "Action": "sqs:*", "Resource": "*" }';
    const marked = policy(
      `{ "Sid": "Work", "Effect": "Al«»low", "Action": ["s3:GetObject", "sqs:SendMessage", "s3:PutObject"], "Resource": [${bucket}, ${queue}] }`,
      other,
    );
    const { item, before, after } = refactorOnly(kind, marked);
    expect(item.title).toBe('Split into 2 statements by service');
    expect(after).toBe(
      policy(
        `{ "Sid": "WorkS3", "Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"], "Resource": [${bucket}] }`,
        `{ "Sid": "WorkSqs2", "Effect": "Allow", "Action": ["sqs:SendMessage"], "Resource": [${queue}] }`,
        other,
      ),
    );
    expect(meaningOf(policyIn(after))).toEqual(meaningOf(policyIn(before)));
  });

  test('makes a list of a statement that stands alone, and keeps comments and intrinsic functions', () => {
    const template = (statement: string) =>
      `{ "Resources": { "P": { "Type": "AWS::IAM::Policy", "Properties": { "PolicyDocument": { "Statement": ${statement} } } } } }`;
    const rest = '"Effect": "Allow", /* both */ "Resource": { "Fn::Sub": "arn:aws:s3:::${Bucket}/*" }';
    const { after } = refactorOnly(
      kind,
      template(`{ "Action": ["s3:GetObject", "execute-api:Inv«»oke"], ${rest} }`),
    );
    expect(after).toBe(
      template(`[{ "Action": ["s3:GetObject"], ${rest} }, { "Action": ["execute-api:Invoke"], ${rest} }]`),
    );
  });

  test('keeps every resource where one of the actions is not known', () => {
    const { after } = refactorOnly(
      kind,
      policy(`{ "Effect": "Allow", "Action": ["s3:NoSuch«»", "sqs:*"], "Resource": [${bucket}, ${queue}] }`),
    );
    expect(policyIn(after).statements.map(({ resource }) => resource?.entries.length)).toEqual([2, 1]);
  });

  test('gives no Sid twice', () => {
    const actions = '["s*:List*", "ec*:List*"]';
    const marked = policy(`{ "Sid": "A", "Effect": "Al«»low", "Action": ${actions}, "Resource": "*" }`);
    const { statements } = policyIn(refactorOnly(kind, marked).after);
    expect(statements.map(({ sid }) => literalOf(sid?.value))).toEqual(['AAll', 'AAll2']);
  });

  test('writes into a policy that is held as a string', () => {
    const inner = (...statements: readonly string[]) =>
      JSON.stringify({ p: `{\n  "Statement": [\n    ${statements.join(',\n    ')}\n  ]\n}` });
    const marked = inner('{"Effect":"Allow","Action":["sqs:*","sns:*"],"Resource":"*"}').replace(
      'Allow',
      'A«»llow',
    );
    expect(refactorOnly(kind, marked).after).toBe(
      inner(
        '{"Effect":"Allow","Action":["sqs:*"],"Resource":"*"}',
        '{"Effect":"Allow","Action":["sns:*"],"Resource":"*"}',
      ),
    );
  });

  test.each([
    '{ "Effect": "«»Deny", "NotAction": ["s3:*", "sqs:*"], "Resource": "*" }',
    '{ "Effect": "«»Allow", "Action": ["s3:*", "S3:Get*"], "Resource": "*" }',
    '{ "Effect": "«»Allow", "Action": "s3:*", "Resource": "*" }',
    '{ "Effect": "«»Allow", "Action": ["s3:*", "sqs:*"], "Resource": "*"',
  ])('is not offered for %s', (statement) => {
    expect(refactor(kind, policy(statement))).toEqual([]);
  });
});

describe('splitting by access level', () => {
  const kind = 'refactor.rewrite.iamRoles.splitByAccessLevel';

  test('expands what is of several levels, and leaves the rest as it stands', () => {
    const marked = policy(
      '{ "Sid": "Q", "Effect": "Al«»low", "Action": ["sqs:*Queue", "sqs:ReceiveMessage", "sqs:AddPermission"], "Resource": "*" }',
    );
    const { before, after, item } = refactorOnly(kind, marked);
    expect(item.title).toBe('Split into 4 statements by access level');
    expect(after).toBe(
      policy(
        '{ "Sid": "QRead", "Effect": "Allow", "Action": ["sqs:ReceiveMessage"], "Resource": "*" }',
        '{ "Sid": "QWrite", "Effect": "Allow", "Action": ["sqs:CreateQueue", "sqs:DeleteQueue", "sqs:PurgeQueue"], "Resource": "*" }',
        '{ "Sid": "QTagging", "Effect": "Allow", "Action": ["sqs:TagQueue", "sqs:UntagQueue"], "Resource": "*" }',
        '{ "Sid": "QPermissions", "Effect": "Allow", "Action": ["sqs:AddPermission"], "Resource": "*" }',
      ),
    );
    expect(meaningOf(policyIn(after))).toEqual(meaningOf(policyIn(before)));
  });

  test('lists no action twice', () => {
    const actions = '["sqs:*Queue", "sqs:TagQueue", "sqs:CreateQueue"]';
    const { after } = refactorOnly(
      kind,
      policy(`{ "Effect": "Al«»low", "Action": ${actions}, "Resource": "*" }`),
    );
    expect(after).toBe(
      policy(
        '{ "Effect": "Allow", "Action": ["sqs:DeleteQueue", "sqs:PurgeQueue", "sqs:CreateQueue"], "Resource": "*" }',
        '{ "Effect": "Allow", "Action": ["sqs:UntagQueue", "sqs:TagQueue"], "Resource": "*" }',
      ),
    );
  });

  test('collapses again what a wildcard is expanded to', () => {
    const { after } = refactorOnly(
      kind,
      policy('{ "Effect": "Al«»low", "Action": "sqs:*", "Resource": "*" }'),
    );
    expect(after).toContain('"Action": ["sqs:GetQueue*", "sqs:List*", "sqs:ReceiveMessage"]');
  });

  test.each([
    '{ "Effect": "«»Allow", "Action": "*", "Resource": "*" }',
    '{ "Effect": "«»Allow", "Action": ["sqs:SendMessage", "sqs:DeleteMessage"], "Resource": "*" }',
    '{ "Effect": "«»Deny", "NotAction": ["sqs:SendMessage", "sqs:ReceiveMessage"], "Resource": "*" }',
  ])('is not offered for %s', (statement) => {
    expect(refactor(kind, policy(statement))).toEqual([]);
  });
});

describe('merging statements', () => {
  const kind = 'refactor.rewrite.iamRoles.mergeStatements';
  const allow = (rest: string) => `{ "Effect": "Allow", ${rest} }`;

  test.each([
    [
      'actions, without those that others include',
      [
        '"Action": ["s3:Get*"], "Resource": "*"',
        '"Action": ["s3:GetObject", "s3:PutObject"], "Resource": ["*"]',
      ],
      '"Action": ["s3:Get*", "s3:PutObject"], "Resource": "*"',
      'Merge with Allow s3:GetObject and 1 more, which differs in Action only',
    ],
    [
      'an action that another includes',
      ['"Action": ["s3:GetObject"], "Resource": "*"', '"Action": "s3:Get*", "Resource": ["*"]'],
      '"Action": "s3:Get*", "Resource": "*"',
      'Merge with Allow s3:Get*, which differs in Action only',
    ],
    [
      'resources of more than two statements',
      ['a', 'b', 'c'].map((name) => `"Action": "s3:GetObject", "Resource": "arn:aws:s3:::${name}/*"`),
      '"Action": "s3:GetObject", "Resource": [\n        "arn:aws:s3:::a/*",\n        "arn:aws:s3:::b/*",\n        "arn:aws:s3:::c/*"\n      ]',
      'Merge the 3 statements that differ in Resource only',
    ],
    [
      'principals of several types',
      [
        '"Principal": { "Service": ["ec2.amazonaws.com"] }, "Action": "sts:AssumeRole"',
        '"Principal": { "Service": "ecs.amazonaws.com", "AWS": "111122223333" }, "Action": "sts:AssumeRole"',
      ],
      '"Principal": { "Service": ["ec2.amazonaws.com", "ecs.amazonaws.com"], "AWS": "111122223333" }, "Action": "sts:AssumeRole"',
      'Merge with Allow sts:AssumeRole, which differs in Principal only',
    ],
    [
      'values of one condition key',
      [
        '"Action": "s3:*", "Resource": "*", "Condition": { "StringLike": { "aws:PrincipalTag/a": ["x"] }, "Bool": { "aws:SecureTransport": true } }',
        '"Action": "s3:*", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": "true" }, "StringLike": { "AWS:PrincipalTag/a": ["y"] } }',
      ],
      '"Action": "s3:*", "Resource": "*", "Condition": { "StringLike": { "aws:PrincipalTag/a": ["x", "y"] }, "Bool": { "aws:SecureTransport": true } }',
      'Merge with Allow s3:*, which differs in aws:PrincipalTag/a only',
    ],
  ])('puts together %s', (_what, statements, merged, title) => {
    const marked = policy(...statements.map(allow)).replace('Effect', 'Ef«»fect');
    const { item, before, after } = refactorOnly(kind, marked);
    expect(item.title).toBe(title);
    expect(after.replace(/\s+/g, '')).toBe(policy(allow(merged)).replace(/\s+/g, ''));
    expect(meaningOf(policyIn(after))).toEqual(meaningOf(policyIn(before)));
  });

  test('takes the selected statements alone', () => {
    const statements = ['a', 'b', 'c'].map((name) =>
      allow(`"Action": "s3:GetObject", "Resource": ["arn:aws:s3:::${name}/*"]`),
    );
    const [first = '', second = '', third = ''] = statements;
    expect(refactorOnly(kind, policy(`«${first}`, `${second}»`, third)).after).toBe(
      policy(allow('"Action": "s3:GetObject", "Resource": ["arn:aws:s3:::a/*", "arn:aws:s3:::b/*"]'), third),
    );
  });

  test.each([
    [
      'two differences',
      '"Action": "s3:GetObject", "Resource": "a"',
      '"Action": "s3:PutObject", "Resource": "b"',
    ],
    [
      'no difference',
      '"Action": "s3:GetObject", "Resource": "*"',
      '"Action": ["s3:GetObject"], "Resource": "*"',
    ],
    ['what is left out', '"NotAction": "s3:*", "Resource": "*"', '"NotAction": "sqs:*", "Resource": "*"'],
    ['resources left out', '"Action": "s3:*", "NotResource": "a"', '"Action": "s3:*", "NotResource": "b"'],
    ...['StringNotEquals', 'ForAllValues:StringEquals', 'Null', 'NumericLessThan'].map((operator) => [
      `values of ${operator}`,
      ...['1', '2'].map(
        (value) =>
          `"Action": "s3:*", "Resource": "*", "Condition": { "${operator}": { "aws:TagKeys": "${value}" } }`,
      ),
    ]),
  ])('is not offered for %s', (_what, ...statements) => {
    expect(refactor(kind, policy(...statements.map(allow)).replace('Effect', 'Ef«»fect'))).toEqual([]);
  });

  test('is not offered for another effect', () => {
    const rest = (name: string) => `"Action": "s3:GetObject", "Resource": "${name}" }`;
    expect(
      refactor(kind, policy(`{ "Effect": "Al«»low", ${rest('a')}`, `{ "Effect": "Deny", ${rest('b')}`)),
    ).toEqual([]);
  });
});
