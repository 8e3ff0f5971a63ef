import { expect, test } from 'vitest';
import type { ProfileStatus } from '../../../../client/src/aws/activeProfile.ts';
import { profileStatusText } from '../../../../client/src/views/profileStatusText.ts';
import { profileNamed } from '../aws/profileNamed.ts';

const now = 1_000_000;
const dev: ProfileStatus = {
  anyProfile: true,
  profile: profileNamed('dev'),
  roleArn: undefined,
  account: undefined,
  region: 'eu-west-1',
  endpoint: undefined,
  isRoot: false,
  expiration: undefined,
};
const show = (more: Partial<ProfileStatus>) => profileStatusText({ ...dev, ...more }, now);
const inMinutes = (minutes: number) => new Date(now + minutes * 60_000);

test.each<[string, Partial<ProfileStatus>]>([
  ['$(cloud) dev, eu-west-1', {}],
  ['$(cloud) dev, 123456789012, eu-west-1', { account: '123456789012' }],
  ['$(cloud) dev, eu-west-1 (custom endpoint)', { endpoint: 'http://localhost:5000' }],
  ['$(cloud) dev, 42 min left, eu-west-1', { expiration: inMinutes(41.2) }],
  ['$(cloud) dev, 1 h 1 min left, eu-west-1', { expiration: inMinutes(61) }],
  ['$(cloud) dev, expired, eu-west-1', { expiration: inMinutes(0) }],
  ['$(person) Deploy by dev, eu-west-1', { roleArn: 'arn:aws:iam::123456789012:role/teams/Deploy' }],
  ['$(cloud) dev, root user, eu-west-1', { isRoot: true }],
  ['$(cloud) prod, production, eu-west-1', { profile: profileNamed('prod', { production: true }) }],
  ['$(cloud) no AWS profile', { profile: undefined }],
])('%s', (text, more) => {
  expect(show(more)?.text).toBe(text);
});

test('warns of the last five minutes, of the root user and of production', () => {
  expect(show({ expiration: inMinutes(5) })?.isWarning).toBe(false);
  expect(show({ expiration: inMinutes(4.9) })?.isWarning).toBe(true);
  expect(show({ isRoot: true })?.isWarning).toBe(true);
  expect(show({ profile: profileNamed('prod', { production: true }) })?.isWarning).toBe(true);
});

test('says everything to a screen reader, without icons', () => {
  const label = show({
    account: '123456789012',
    endpoint: 'http://localhost:5000',
    expiration: inMinutes(3),
  })?.label;
  expect(label).toBe(
    'AWS profile dev, account 123456789012, Region eu-west-1, custom endpoint http://localhost:5000, credentials: 3 min left',
  );
});

test('shows nothing on a machine without profiles', () => {
  expect(show({ profile: undefined, anyProfile: false })).toBeUndefined();
});
