import { expect, test } from 'vitest';
import type { ProfileStatus } from '../../../../client/src/aws/activeProfile.ts';
import { otherAccount } from '../../../../client/src/views/explorer/otherAccount.ts';
import { profileNamed } from '../aws/profileNamed.ts';

const before: ProfileStatus = {
  anyProfile: true,
  profile: profileNamed('dev'),
  roleArn: undefined,
  account: '123456789012',
  region: 'eu-west-1',
  endpoint: undefined,
  isRoot: false,
  expiration: undefined,
};

test.each<[string, Partial<ProfileStatus>, boolean]>([
  ['nothing', {}, false],
  ['the time left', { expiration: new Date(0) }, false],
  ['the Region, as IAM is global', { region: 'us-east-1' }, false],
  ['an account that is not known any more', { account: undefined }, false],
  ['another account', { account: '210987654321' }, true],
  ['another profile', { profile: profileNamed('prod') }, true],
  ['no profile', { profile: undefined }, true],
  ['a role in its place', { roleArn: 'arn:aws:iam::123456789012:role/deploy' }, true],
  ['another endpoint', { endpoint: 'http://127.0.0.1:5000' }, true],
])('%s: %j', (_what, change, isOther) => {
  expect(otherAccount(before, { ...before, ...change })).toBe(isOther);
});
