import { describe, expect, test } from 'vitest';
import { policySize } from '../../../server/src/policy/policySize.ts';
import { readDocument } from '../../../server/src/policy/readDocument.ts';
import { meaningOf, policyIn, refactor, refactorOnly } from './refactor.ts';

describe('sorting and formatting', () => {
  const kind = 'source.format.iamRoles';
  const mixed = `{
   "Statement": { "Condition": { "Bool": { "aws:SecureTransport": "true" } },
      "Resource": ["b", "a"], "Note": 1.50, "NotAction": [ "s3:PutObject", "ec2-instance-connect:*", "S3:GetObject", "ec2:*", "*", "s3:*" ], "Effect": "Deny", "Sid": "A\\u0042" },
   "Id": "x", "Version": "2012-10-17"
}
`;
  const sorted = `{
   "Version": "2012-10-17",
   "Id": "x",
   "Statement": {
      "Sid": "A\\u0042",
      "Effect": "Deny",
      "NotAction": [
         "*",
         "ec2:*",
         "ec2-instance-connect:*",
         "s3:*",
         "S3:GetObject",
         "s3:PutObject"
      ],
      "Resource": [
         "b",
         "a"
      ],
      "Condition": {
         "Bool": {
            "aws:SecureTransport": "true"
         }
      },
      "Note": 1.50
   }
}
`;

  test.each(['\n', '\r\n'])(
    'writes in the order of AWS, with the document’s indentation and %j',
    (lineBreak) => {
      const { item, after } = refactorOnly(kind, mixed.replaceAll('\n', lineBreak));
      expect(item.title).toBe('Sort and format the policy');
      expect(after).toBe(sorted.replaceAll('\n', lineBreak));
      expect(refactor(kind, after)).toEqual([]);
    },
  );

  test('lays out a policy in a template from its line on, intrinsic functions as they stand', () => {
    const before = `{
  "Resources": {
    "Role": { "Type": "AWS::IAM::Role", "Properties": {
      "AssumeRolePolicyDocument": {"Statement":[{"Action":"sts:AssumeRole","Effect":"Allow","Principal":{"AWS":{ "Ref": "Owner" }}}]} } }
  }
}`;
    expect(refactorOnly(kind, before).after).toBe(`{
  "Resources": {
    "Role": { "Type": "AWS::IAM::Role", "Properties": {
      "AssumeRolePolicyDocument": {
        "Statement": [
          {
            "Effect": "Allow",
            "Principal": {
              "AWS": { "Ref": "Owner" }
            },
            "Action": "sts:AssumeRole"
          }
        ]
      } } }
  }
}`);
  });

  const statement = { Effect: 'Allow', Action: ['s3:PutObject', 's3:GetObject'], Resource: '"\\\n' };
  const policy = { Statement: [statement], Version: '2012-10-17' };
  const wanted = {
    Version: '2012-10-17',
    Statement: [{ ...statement, Action: ['s3:GetObject', 's3:PutObject'] }],
  };
  test.each([undefined, 2, '\t'])('keeps the form of a policy in a string, indented by %j', (indent) => {
    const before = JSON.stringify({ Policy: JSON.stringify(policy, undefined, indent) }, undefined, 4);
    const { after } = refactorOnly(kind, before);
    expect(after).toBe(JSON.stringify({ Policy: JSON.stringify(wanted, undefined, indent) }, undefined, 4));
    expect(refactor(kind, after)).toEqual([]);
  });

  test('finds the indentation of a policy within a string', () => {
    const inString = (one: unknown) => JSON.stringify({ a: JSON.stringify({ Policy: one }, undefined, 3) });
    expect(refactorOnly(kind, inString(policy)).after).toBe(inString(wanted));
  });

  test('takes all policies of a document', () => {
    const before = JSON.stringify([{ PolicyDocument: policy }, { PolicyDocument: policy }], undefined, 2);
    const after = JSON.stringify([{ PolicyDocument: wanted }, { PolicyDocument: wanted }], undefined, 2);
    expect(refactorOnly(kind, before).after).toBe(after);
  });

  test.each([
    ['a comment', '{ "Statement": { "Effect": "Allow", "Action": "s3:*" /* all */ } }'],
    ['half a statement', '{ "Statement": { "Effect": "Allow", "Action": ["s3:*", } }'],
  ])('is not offered with %s', (_what, text) => {
    expect(refactor(kind, text, { type: 'identity' })).toEqual([]);
  });
});

describe('shrinking to fit', () => {
  const kind = 'refactor.rewrite.iamRoles.shrink';

  test('drops white space, redundant entries, and statements that say the same without them', () => {
    const before = `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": ["s3:GetObject", "s3:Get*", "s3:get*"], "Resource": ["arn:aws:s3:::a/b", "arn:aws:s3:::a/*"] },
    { "Effect": "Allow", "Action": "s3:Get*", "Resource": "arn:aws:s3:::a/*" },
    { "Effect": "Deny", "Action": "s3:PutObject", "Resource": "*", "Condition": { "StringEquals": { "aws:username": ["a b", "c", "a b"] } } }
  ]
}
`;
    const { item, after } = refactorOnly(kind, before);
    expect(after).toBe(
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:Get*"],"Resource":["arn:aws:s3:::a/*"]},' +
        '{"Effect":"Deny","Action":"s3:PutObject","Resource":"*","Condition":{"StringEquals":{"aws:username":["a b","c"]}}}]}\n',
    );
    expect(item.title).toBe(`Shrink the policy from ${before.length - 1} to ${after.length - 1} characters`);
    expect(meaningOf(policyIn(after))).toEqual(meaningOf(policyIn(before)));
    expect(refactor(kind, after)).toEqual([]);
  });
});

describe('a second policy file', () => {
  const split = 'refactor.extract.iamRoles.splitPolicy';
  const extract = 'refactor.extract.iamRoles.statements';

  function long(count: number, actions: number): string {
    const statements = Array.from({ length: count }, (_, index) => ({
      Sid: `S${index}`,
      Effect: 'Allow',
      Action: Array.from({ length: actions }, (_more, number) => `s3:GetThing${index}x${number}`),
      Resource: '*',
    }));
    return JSON.stringify({ Version: '2012-10-17', Statement: statements }, undefined, 4);
  }

  test.each([
    [9, 40],
    [1, 400],
    [2, 400],
  ])('takes what %i statements with %i actions hold beyond the quota', (count, actions) => {
    const { item, before, after } = refactorOnly(split, long(count, actions), { type: 'identity' });
    expect(item.title).toBe('Move what exceeds 6,144 characters to a second policy file');
    const [first, second] = [after, item.newFile?.text ?? ''];
    expect(policySize(policyIn(first))?.characters).toBeLessThanOrEqual(6144);
    expect(policySize(policyIn(first))?.characters).toBeGreaterThan(5000);
    expect(meaningOf(policyIn(first), policyIn(second))).toEqual(meaningOf(policyIn(before)));
    expect(second).toBe(`${JSON.stringify(JSON.parse(second), undefined, 4)}\n`);
  });

  test('is not offered within the quota, nor where one policy is all that can be attached', () => {
    expect(refactor(split, long(1, 40), { type: 'identity' })).toEqual([]);
    expect(refactor(split, long(9, 40), { type: 'boundary' })).toEqual([]);
  });

  const one =
    '{\n      "Sid": "Read",\n      "Effect": "Allow",\n      "Action": "s3:Get*",\n      "Resource": "*"\n    }';
  const two = one.replace('Read', 'Write').replace('Get', 'Put');
  const document = (...statements: readonly string[]) =>
    `{\n  "Version": "2012-10-17",\n  "Statement": [\n    ${statements.join(',\n    ')}\n  ]\n}\n`;

  test('takes the selected statement', () => {
    const { item, after } = refactorOnly(extract, document(one, two.replace('Put', 'P«»ut')));
    expect(item.title).toBe('Move Write to a new policy file');
    expect(item.newFile).toEqual({ suffix: 'Write', text: document(two) });
    expect(after).toBe(document(one));
  });

  test('leaves a statement behind, a template whole, and comments where they are', () => {
    expect(refactor(extract, document(`«${one}`, `${two}»`))).toEqual([]);
    expect(refactor(extract, document(one, two.replace('"Effect"', '/* «» */ "Effect"')))).toEqual([]);
    const inTemplate = `{ "PolicyDocument": ${document(one, two.replace('Put', 'P«»ut'))} }`;
    expect(readDocument(inTemplate).policies).toHaveLength(1);
    expect(refactor(extract, inTemplate)).toEqual([]);
  });
});
