import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../server/src/checks/check.ts';
import { checkFile } from '../../../server/src/checks/checkPolicy.ts';
import { controlFindings } from '../../../server/src/checks/control.ts';
import { fixAll, safeFix } from '../../../server/src/checks/fixAll.ts';
import { refactorings } from '../../../server/src/features/refactor/refactorings.ts';
import type { PolicyType } from '../../../server/src/policy/policyType.ts';
import { type PolicyFile, readDocument } from '../../../server/src/policy/readDocument.ts';
import { defaultSettings } from '../../../server/src/protocol.ts';
import { testCatalog } from '../../catalog.ts';

const code = 'RISK_POLICY_TOO_LARGE_TO_ANALYZE';
const settings = { trustedAccounts: [] };
const bucket = 'arn:aws:s3:::amzn-s3-demo-bucket/';
const plain = { Effect: 'Allow', Action: 's3:GetObject', Resource: [`${bucket}reports/*`] };

/** A policy of so many characters, without the white space that is in it: an object's name fills it up. */
function policyOf(characters: number, ...statements: readonly object[]): object {
  const withName = (length: number) => {
    const filling = { ...plain, Resource: bucket + 'x'.repeat(length) };
    return { Version: '2012-10-17', Statement: [...statements, filling] };
  };
  return withName(characters - JSON.stringify(withName(0)).length);
}

function read(policy: object, type: PolicyType = 'identity'): PolicyFile {
  return readDocument(JSON.stringify(policy, undefined, 2), { chosen: { type } });
}

function check(file: PolicyFile): Finding[] {
  return checkFile(file, testCatalog(), settings);
}

function codesIn(file: PolicyFile): string[] {
  return check(file).map((finding) => finding.code);
}

/** Each of these is redundant. */
const repeated = (count: number) => ({
  ...plain,
  Resource: [`${bucket}*`, ...Array.from({ length: count }, (_, index) => `${bucket}${index}/*`)],
});

describe('a policy', () => {
  test('of 50,000 characters has each finding by itself', () => {
    expect(codesIn(read(policyOf(50_000, repeated(2))))).toEqual([
      'POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA',
      'REDUNDANT_RESOURCE',
      'REDUNDANT_RESOURCE',
    ]);
  });

  test('of one more has one finding, with the others as its places', () => {
    const file = read(policyOf(50_001, repeated(2)));
    const [found, ...others] = check(file);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code, severity: 'WARNING', start: 0, end: 1, path: [] });
    expect(found?.message).toBe(
      'The policy has 50,001 characters without white space, over its quota of 10,240, and Access Analyzer reports nothing of one above 50,000; shrink it to fit, or split it where several can be attached. Findings of other checks, listed here until then: 3.',
    );
    expect(found?.related).toEqual([
      {
        start: 0,
        end: 1,
        path: [],
        message: expect.stringMatching(/^POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA: The policy has 50,001 /),
      },
      ...[0, 1].map((index) => {
        const start = file.text.indexOf(`"${bucket}${index}/*"`);
        return {
          start,
          end: start + bucket.length + 5,
          path: ['Statement', 0, 'Resource', index + 1],
          message: expect.stringMatching(/^REDUNDANT_RESOURCE: arn:.* matches all that arn:/),
        };
      }),
    ]);
    expect(found?.fixes()).toEqual([]);
  });
});

test.each([
  [50_000, 0],
  [50_001, 1],
])('a policy of %i characters without white space in its text has %i such finding', (characters, count) => {
  const file = readDocument(JSON.stringify(policyOf(characters)), { chosen: { type: 'identity' } });
  expect(file.text).toHaveLength(characters);
  expect(codesIn(file).filter((one) => one === code)).toHaveLength(count);
});

describe('a larger policy', () => {
  const wrong = { Effect: 'allow', Action: 's3:GetObjekt', Resource: `${bucket}*` };
  const risky = { Effect: 'Allow', Action: 's3:DeleteObject', Resource: '*' };

  test('has its errors and risks as findings of their own, in order', () => {
    expect(codesIn(read(policyOf(60_000, risky, wrong, repeated(1))))).toEqual([
      code,
      'RISK_WILDCARD_RESOURCE',
      'INVALID_EFFECT',
      'INVALID_ACTION',
    ]);
    expect(codesIn(read(policyOf(60_000), 'scp')).sort()).toEqual(['POLICY_SIZE_EXCEEDS_SCP_QUOTA', code]);
  });

  /** Of two services, so that the quota could be that of either. */
  const publish = { ...plain, Principal: { AWS: '111122223333' }, Action: 'sns:Publish' };

  test('tells no quota where none is known, and nothing of other checks where they found nothing', () => {
    const found = check(read(policyOf(60_000, publish), 'resource')).find((one) => one.code === code);
    expect(found?.related).toEqual([]);
    expect(found?.message).toBe(
      'The policy has 60,000 characters without white space, and Access Analyzer reports nothing of one above 50,000; shrink it to fit, or split it where several can be attached.',
    );
  });

  test('lists fifty places at most, the first ones, and says how many there are', () => {
    const [found] = check(read(policyOf(60_000, repeated(80))));
    expect(found?.related).toHaveLength(50);
    expect(found?.related.at(-1)?.path).toEqual(['Statement', 0, 'Resource', 49]);
    expect(found?.message).toMatch(/ until then: the first 50 of 81\.$/);
  });

  test('has the same finding each time', () => {
    const file = read(policyOf(60_000, repeated(9), risky));
    const told = () => check(file).map(({ fixes, ...finding }) => finding);
    expect(told()).toEqual(told());
    const starts = check(file)[0]?.related.map(({ start }) => start) ?? [];
    expect(starts).toEqual([...starts].sort((one, other) => one - other));
  });

  test('leaves the others of its document as they are', () => {
    const small = { Version: '2012-10-17', Statement: [repeated(1)] };
    const file = readDocument(
      JSON.stringify([{ Document: policyOf(60_000, repeated(1)) }, { Document: small }]),
    );
    expect(file.policies).toHaveLength(2);
    expect(codesIn(file)).toEqual([code, 'REDUNDANT_RESOURCE']);
  });

  test.each([
    ['suppressed', { levels: {}, suppressions: [{ code, globs: [], within: undefined, start: 0, end: 0 }] }],
    ['off', { levels: { [code]: 'off' }, suppressions: [] }],
  ] as const)('has nothing in its place where it is %s', (_, control) => {
    const file = read(policyOf(60_000, repeated(2)));
    expect(controlFindings(file, check(file), control).findings).toEqual([]);
  });

  test('can be shrunk and split by refactorings', () => {
    const file = read(policyOf(60_000, repeated(2)));
    const offered = refactorings(file, { start: 0, end: 0 }, () => true, {
      catalog: testCatalog(),
      settings: defaultSettings,
    }).map(({ kind }) => kind);
    expect(offered).toContain('refactor.rewrite.iamRoles.shrink');
    expect(offered).toContain('refactor.extract.iamRoles.splitPolicy');
  });

  test('is mended where an error can be', () => {
    const file = read(policyOf(60_000, { ...wrong, Action: 's3:GetObject' }));
    const mended = fixAll(
      file,
      (text) => readDocument(text, { chosen: { type: 'identity' } }),
      safeFix,
      testCatalog(),
      settings,
    );
    expect(mended).toBe(file.text.replace('"allow"', '"Allow"'));
  });
});
