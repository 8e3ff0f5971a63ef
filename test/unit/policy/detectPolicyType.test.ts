import { describe, expect, test } from 'vitest';
import { kindOfFileName } from '../../../server/src/policy/detectPolicyType.ts';
import type { PolicyType } from '../../../server/src/policy/policyType.ts';
import { type ReadOptions, readDocument } from '../../../server/src/policy/readDocument.ts';

const fileNames: readonly (readonly [fileName: string | undefined, type: PolicyType | undefined])[] = [
  ['trust-policy.json', 'trust'],
  ['deployTrustPolicy.json', 'trust'],
  ['role.trust.jsonc', 'trust'],
  ['AssumeRolePolicy.json', 'trust'],
  ['assume_role.json', 'trust'],
  ['trusted-partners.json', undefined],
  ['SCP.json', 'scp'],
  ['SCPDenyRegions.json', 'scp'],
  ['deny-root-scp.json', 'scp'],
  ['service control policy.json', 'scp'],
  ['RCPs.json', 'rcp'],
  ['permissions-boundary.json', 'boundary'],
  ['DeveloperBoundary.json', 'boundary'],
  ['session-policy.json', 'session'],
  ['session.json', undefined],
  ['s3BucketPolicy.json', 'resource'],
  ['KMSKeyPolicy.json', 'resource'],
  ['vpc-endpoint-policy.json', 'resource'],
  ['permissions.json', 'identity'],
  ['inline-policy.JSON', 'identity'],
  ['policy.json', undefined],
  ['package.json', undefined],
  ['', undefined],
  [undefined, undefined],
];

test.each(fileNames)('the file name %s tells %s', (fileName, type) => {
  expect(kindOfFileName(fileName)?.type).toBe(type);
});

test('a bucket policy by its file name has the bucket as its owner', () => {
  expect(kindOfFileName('bucket-policy.json')).toEqual({ type: 'resource', owner: 'AWS::S3::Bucket' });
});

function typeOf(text: string, options: ReadOptions = {}): string | undefined {
  const [first] = readDocument(text, options).policies;
  return first && `${first.policy.kind.type} by ${first.source}`;
}

const ec2 = '"Principal": { "Service": "ec2.amazonaws.com" }';
const statements: readonly (readonly [PolicyType, string])[] = [
  ['identity', '{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }'],
  ['identity', '{ "Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "*" }'],
  ['identity', '{ "Effect": "Allow", "Action": ["sts:AssumeRole", "s3:GetObject"] }'],
  ['trust', `{ "Effect": "Allow", ${ec2}, "Action": "sts:AssumeRole" }`],
  ['trust', `{ "Effect": "Deny", ${ec2}, "Action": ["STS:TagSession"] }`],
  ['trust', `{ "Effect": "Allow", ${ec2}, "Action": "*" }`],
  ['trust', `{ "Effect": "Allow", ${ec2}, "Action": "" }`],
  ['trust', `{ "Effect": "Allow", ${ec2}, "Action": "st" }`],
  ['trust', `{ "Effect": "Allow", ${ec2}, "Action": ["sts:AssumeRole", "s"] }`],
  ['trust', `{ "Effect": "Allow", ${ec2} }`],
  ['trust', `{ "Effect": "Allow", ${ec2}, "Action": "sts:AssumeRole", "Resource": "*" }`],
  ['trust', '{ "Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity" }'],
  ['resource', `{ "Effect": "Allow", ${ec2}, "Action": "s3:GetObject", "Resource": "*" }`],
  ['resource', `{ "Effect": "Allow", ${ec2}, "Action": "s3:GetObject" }`],
  [
    'resource',
    '{ "Effect": "Deny", "NotPrincipal": { "AWS": "111122223333" }, "Action": "*", "Resource": "*" }',
  ],
  ['resource', '{ "Effect": "Deny", "Principal": "*", "Action": "sts:*", "Resource": "*" }'],
];

test.each(statements)('content tells %s: %s', (type, statement) => {
  expect(typeOf(`{ "Version": "2012-10-17", "Statement": ${statement} }`)).toBe(`${type} by content`);
  expect(typeOf(`{ "Version": "2012-10-17", "Statement": [${statement}] }`)).toBe(`${type} by content`);
});

test('one statement with a resource makes a policy with principals a resource policy', () => {
  const trust = statements[3]?.[1];
  const resource = statements[12]?.[1];
  expect(typeOf(`{ "Statement": [${trust}, ${resource}] }`)).toBe('resource by content');
});

test('a statement alone is told by its content as well', () => {
  expect(typeOf(`{ "Effect": "Allow", ${ec2}, "Action": "sts:AssumeRole" }`)).toBe('trust by content');
});

describe('of several hints the stronger wins', () => {
  const document = '{ "Version": "2012-10-17", "Statement": [] }';
  const wrapped = `{ "AssumeRolePolicyDocument": ${document} }`;
  const all = {
    chosen: { type: 'scp' },
    configured: { type: 'rcp' },
    fileName: 'permissions-boundary.json',
  } as const;

  test.each([
    ['scp by chosen', wrapped, all],
    ['rcp by settings file', wrapped, { ...all, chosen: undefined }],
    ['trust by place in the document', wrapped, { fileName: all.fileName }],
    ['boundary by file name', document, { fileName: all.fileName }],
    ['identity by content', `{ "Policy": ${document} }`, { fileName: all.fileName }],
    ['identity by content', document, {}],
  ] as const)('%s', (expected, text, options) => {
    expect(typeOf(text, options)).toBe(expected);
  });
});
