import { expect, test } from 'vitest';
import { profileItem } from '../../../../client/src/profiles/profileItem.ts';
import { remembered } from '../../../../client/src/profiles/recentProfiles.ts';
import { signInCommand } from '../../../../client/src/profiles/signInCommand.ts';
import { profileNamed } from '../aws/profileNamed.ts';

test('a row tells what is known without a call', () => {
  const profile = profileNamed('deploy', {
    kind: 'role',
    sourceProfile: 'base',
    account: '123456789012',
    region: 'eu-west-1',
    endpoint: 'http://localhost:5000',
    mfaSerial: 'arn:aws:iam::123456789012:mfa/Alice',
    production: true,
  });
  expect(profileItem(profile, 'profiles')).toEqual({
    label: 'deploy',
    description:
      'assumed role by base, 123456789012, eu-west-1, custom endpoint http://localhost:5000, MFA, production',
    icon: 'person',
    group: 'profiles',
    value: profile,
  });
  expect(profileItem(profileNamed('a'), 'g').description).toBe('access keys');
});

test('the last twenty profiles are remembered, each once', () => {
  expect(remembered(['a', 'b'], 'b')).toEqual(['b', 'a']);
  const many = Array.from({ length: 30 }, (_, index) => `p${index}`);
  expect(remembered(many, 'new')).toHaveLength(20);
});

test('a sign-in is that of the profile that has one, and a loop has none', () => {
  const role = (name: string, sourceProfile: string) => profileNamed(name, { kind: 'role', sourceProfile });
  const all = [
    role('a', 'b'),
    role('b', 'c'),
    profileNamed('c', { kind: 'sso' }),
    role('x', 'y'),
    role('y', 'x'),
  ];
  const of = (name: string) => signInCommand(all.find((one) => one.name === name) ?? profileNamed(name), all);
  expect(of('a')).toEqual(['sso', 'login', '--profile', 'c']);
  expect(of('x')).toBeUndefined();
  expect(of('keys')).toBeUndefined();
  expect(signInCommand(profileNamed('l', { kind: 'login' }), [])).toEqual(['login', '--profile', 'l']);
});
