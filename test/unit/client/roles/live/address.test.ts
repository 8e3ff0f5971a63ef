import { posix } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type LiveAddress,
  type LivePolicy,
  liveOfPath,
  pathOfLive,
  uriOfLive,
} from '../../../../../client/src/roles/live/address.ts';

const at = (policy: LivePolicy): LiveAddress => ({ profile: 'dev', account: '123456789012', policy });
const policyArn = 'arn:aws:iam::123456789012:policy/team/orders';

/** Names as AWS has them, and as no AWS would have them. */
const name = fc.oneof(
  fc.stringMatching(/^[\w+=,.@-]{1,20}$/),
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.constantFrom('..', '.', '../../etc', 'a/b', '%2F', 'C:\\x', 'trust policy.json', '\u202Eevil'),
);
const address: fc.Arbitrary<LiveAddress> = fc.record({
  profile: name,
  account: fc.stringMatching(/^\d{12}$/),
  policy: fc.oneof(
    fc.record({ kind: fc.constant('trust' as const), roleName: name }),
    fc.record({ kind: fc.constant('inline' as const), roleName: name, policyName: name }),
    fc.record(
      {
        kind: fc.constant('managed' as const),
        policyArn: name.map((one) => `arn:aws:iam::aws:policy/${one}`),
        versionId: fc.nat().map((number) => `v${number}`),
      },
      { requiredKeys: ['kind', 'policyArn'] },
    ),
  ),
});

describe('the address of a live policy', () => {
  it.each<[LivePolicy, string]>([
    [{ kind: 'trust', roleName: 'orders' }, '/dev/123456789012/role/orders/trust policy.json'],
    [
      { kind: 'inline', roleName: 'orders', policyName: 'read' },
      '/dev/123456789012/role/orders/inline/read.json',
    ],
    [
      { kind: 'managed', policyArn },
      '/dev/123456789012/policy/arn:aws:iam::123456789012:policy%2Fteam%2Forders/orders.json',
    ],
    [
      { kind: 'managed', policyArn, versionId: 'v3' },
      '/dev/123456789012/policy/arn:aws:iam::123456789012:policy%2Fteam%2Forders/orders v3.json',
    ],
  ])('%o has a path that reads as a title', (policy, path) => {
    expect(pathOfLive(at(policy))).toBe(path);
    expect(liveOfPath(path)).toEqual(at(policy));
  });

  it('comes back from its path, whatever the names hold', () => {
    fc.assert(
      fc.property(address, (one) => {
        const path = pathOfLive(one);
        expect(liveOfPath(path)).toEqual(one);
        expect(posix.normalize(path)).toBe(path);
        expect(decodeURIComponent(uriOfLive('aws-iam', one))).toBe(`aws-iam:${path}`);
      }),
    );
  });

  it.each([
    '/',
    '/dev',
    '/dev/123/role/orders/trust policy.json',
    '/dev/123456789012/role/orders/iam-roles.config.json',
    '/dev/123456789012/role/orders/inline/a/b.json',
    '/dev/123456789012/role//trust policy.json',
    '/dev/123456789012/policy/arn%3Aaws%3Aiam%3A%3Aaws%3Apolicy%2Fx/x.json',
    '/dev/123456789012/policy/arn:aws:iam::aws:policy%2Fx/other.json',
    '/dev/123456789012/role/%zz/trust policy.json',
  ])('%s is none', (path) => {
    expect(liveOfPath(path)).toBeUndefined();
  });
});
