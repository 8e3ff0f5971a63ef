import { expect, test } from 'vitest';
import { deniedWhole } from '../../../server/src/access/deniedWhole.ts';
import type { PolicyType } from '../../../server/src/policy/policyType.ts';
import { readDocument } from '../../../server/src/policy/readDocument.ts';

function isDenied(allow: object, deny: object, type: PolicyType = 'identity'): boolean {
  const Statement = [
    { Effect: 'Deny', ...deny },
    { Effect: 'Allow', ...allow },
  ];
  const [found] = readDocument(JSON.stringify({ Statement }), { chosen: { type } }).policies;
  const statement = found?.policy.statements[1];
  if (statement === undefined) throw new Error('No statement');
  return deniedWhole(statement) !== undefined;
}

const objects = 'arn:aws:s3:::amzn-s3-demo-bucket/*';
const read = { Action: 's3:GetObject', Resource: objects };

test.each([
  [read, read],
  [read, { Action: ['sqs:*', 'S3:get*'], Resource: ['arn:aws:sqs:*:*:*', 'arn:aws:s3:::*'] }],
  [
    { ...read, Condition: { Bool: { 'aws:SecureTransport': 'true' } } },
    { Action: '*', Resource: '*' },
  ],
  [{ ...read, Resource: 'arn:aws:s3:::amzn-s3-demo-bucket/${aws:username}/*' }, read],
])('%j is denied by %j', (allow, deny) => {
  expect(isDenied(allow, deny)).toBe(true);
});

test.each([
  [read, { ...read, Resource: 'arn:aws:s3:::amzn-s3-demo-bucket/in/*' }],
  [{ ...read, Action: ['s3:GetObject', 's3:PutObject'] }, read],
  [read, { ...read, Condition: { Bool: { 'aws:SecureTransport': 'false' } } }],
  [read, { NotAction: 'sqs:*', Resource: '*' }],
  [{ NotAction: 's3:GetObject', Resource: objects }, read],
  [read, { Action: 's3:GetObject', NotResource: objects }],
  [read, { Action: 's3:GetObject', Resource: 'arn:aws:s3:::amzn-s3-demo-bucket/${aws:username}/*' }],
])('%j is left by %j', (allow, deny) => {
  expect(isDenied(allow, deny)).toBe(false);
});

test('in policies with principals, only a Deny for everyone counts', () => {
  const own = { ...read, Principal: { AWS: 'arn:aws:iam::111122223333:role/orders' } };
  expect(isDenied(own, { ...read, Principal: '*' }, 'resource')).toBe(true);
  expect(isDenied(own, { ...read, Principal: { AWS: ['*'] } }, 'resource')).toBe(true);
  expect(isDenied(own, own, 'resource')).toBe(false);
  expect(isDenied(own, { ...read, NotPrincipal: own.Principal }, 'resource')).toBe(false);
});
