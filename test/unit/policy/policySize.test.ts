import { describe, expect, test } from 'vitest';
import { type PolicySize, policySize } from '../../../server/src/policy/policySize.ts';
import type { PolicyKind } from '../../../server/src/policy/policyType.ts';
import { readDocument } from '../../../server/src/policy/readDocument.ts';

const compact =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":["a b","c"],"Condition":{"Bool":{"d:e":[true,10,null]}}}]}';
const indented = JSON.stringify(JSON.parse(compact), undefined, 2);

function sizeIn(text: string, chosen: PolicyKind): PolicySize | undefined {
  const [first] = readDocument(text, { chosen }).policies;
  return first && policySize(first.policy);
}

function charactersIn(text: string, chosen: PolicyKind): number | undefined {
  return sizeIn(text, chosen)?.characters;
}

test('a raised quota is that of the account', () => {
  const text = compact.replace('"Resource":["a b","c"]', '"Principal":"*"');
  const sizeWith = (length: number) => {
    const options = { chosen: { type: 'trust' }, quotas: { roleTrustPolicyLength: length } } as const;
    const [first] = readDocument(text, options).policies;
    return first && policySize(first.policy)?.quota;
  };
  expect(sizeWith(4096)).toBe(4096);
  const [identity] = readDocument(compact, { quotas: { roleTrustPolicyLength: 4096 } }).policies;
  expect(identity && policySize(identity.policy)?.quota).toBe(10_240);
});

describe('what counts', () => {
  test.each([compact, indented, indented.replaceAll('\n', '\r\n')])('IAM counts no white space', (text) => {
    expect(charactersIn(text, { type: 'identity' })).toBe(compact.length - 1);
    expect(charactersIn(text, { type: 'trust' })).toBe(compact.length - 1);
  });

  test('a session policy counts as compact as it can be', () => {
    expect(charactersIn(indented, { type: 'session' })).toBe(compact.length);
  });

  test.each(['scp', 'rcp'] as const)('Organizations counts every character: %s', (type) => {
    expect(charactersIn(indented, { type })).toBe(indented.length);
    expect(charactersIn(`\n${indented}\n`, { type })).toBe(indented.length);
  });

  test('of a policy within another document no white space but that of its strings', () => {
    expect(charactersIn(`{ "Content": ${indented} }`, { type: 'scp' })).toBe(compact.length);
  });

  test('of a policy in a string its text without the escapes of the string', () => {
    expect(charactersIn(JSON.stringify({ Content: indented }), { type: 'identity' })).toBe(
      compact.length - 1,
    );
    expect(charactersIn(JSON.stringify({ Content: indented }), { type: 'scp' })).toBe(compact.length);
  });

  test('escapes of its own strings count', () => {
    const quoted = compact.replace('"c"', String.raw`"c\"d"`);
    expect(charactersIn(quoted, { type: 'session' })).toBe(compact.length + 3);
  });

  test('what a template fills in later does not count', () => {
    const template = `{"AWSTemplateFormatVersion":"2010-09-09","A":${compact.replace('"c"', '{"Fn::Sub":"c${Bucket}"}')}}`;
    expect(charactersIn(template, { type: 'session' })).toBe(compact.length);
  });
});

describe('quotas', () => {
  function quotaOf(chosen: PolicyKind, ...actions: readonly string[]): number | undefined {
    const Statement = actions.map((Action) => ({ Effect: 'Allow', Action, Resource: '*' }));
    return sizeIn(JSON.stringify({ Version: '2012-10-17', Statement }), chosen)?.quota;
  }

  test('each type has its own', () => {
    expect(quotaOf({ type: 'trust' }, 'sts:AssumeRole')).toBe(2048);
    expect(quotaOf({ type: 'identity' }, 's3:GetObject')).toBe(10_240);
    expect(quotaOf({ type: 'boundary' }, 's3:GetObject')).toBe(6144);
    expect(quotaOf({ type: 'session' }, 's3:GetObject')).toBe(2048);
    expect(quotaOf({ type: 'scp' }, 's3:GetObject')).toBe(10_240);
    expect(quotaOf({ type: 'rcp' }, 's3:GetObject')).toBe(5120);
  });

  test('a resource policy has that of its owner, else of the one service of its actions', () => {
    expect(quotaOf({ type: 'resource', owner: 'AWS::S3::Bucket' }, 'sqs:SendMessage')).toBe(20_480);
    expect(quotaOf({ type: 'resource' }, 'kms:Decrypt', 'KMS:*')).toBe(32_768);
    expect(quotaOf({ type: 'resource' }, 'sqs:SendMessage')).toBe(8192);
    expect(quotaOf({ type: 'resource' }, 'kms:Decrypt', 's3:GetObject')).toBeUndefined();
    expect(quotaOf({ type: 'resource' }, 'kms:Decrypt', '*')).toBeUndefined();
    expect(quotaOf({ type: 'resource' }, 'aoss:APIAccessAll')).toBeUndefined();
    expect(quotaOf({ type: 'resource', owner: 'AWS::S3ObjectLambda::AccessPoint' }, 's3:*')).toBeUndefined();
  });
});
