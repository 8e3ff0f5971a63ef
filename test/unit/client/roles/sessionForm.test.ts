import { describe, expect, test } from 'vitest';
import { parseRoleArn, roleArnOf, roleNameOfCaller } from '../../../../client/src/roles/assume/roleArn.ts';
import { sessionContext } from '../../../../client/src/roles/assume/sessionContext.ts';
import {
  assumeRoleRequest,
  durationLimit,
  durationText,
  fieldChecks,
  neededActions,
  parseSessionTags,
  type SessionForm,
  sessionNameOf,
  sessionTagsText,
  usualDuration,
} from '../../../../client/src/roles/assume/sessionForm.ts';

const user = {
  account: '111122223333',
  partition: 'aws',
  arn: 'arn:aws:iam::111122223333:user/teams/alice smith',
  userId: 'AIDAEXAMPLE',
};
const session = {
  ...user,
  arn: 'arn:aws:sts::111122223333:assumed-role/deploy/alice',
  userId: 'AROAEXAMPLE:alice',
};

const plain: SessionForm = {
  roleArn: 'arn:aws:iam::111122223333:role/deploy',
  sessionName: 'alice',
  duration: 3600,
  externalId: '',
  mfaSerial: '',
  sourceIdentity: '',
  tags: {},
  transitiveTagKeys: [],
  policy: undefined,
};
const full: SessionForm = {
  ...plain,
  externalId: 'blue',
  mfaSerial: 'arn:aws:iam::111122223333:mfa/alice',
  sourceIdentity: 'alice',
  tags: { team: 'blue', cost: '' },
  transitiveTagKeys: ['team'],
  policy: { name: 'read.json', text: '{}' },
};

describe('the longest duration', () => {
  test('is one hour for a caller that is a session, whatever the role allows', () => {
    const limit = durationLimit(session, 43_200);
    expect(limit.longest).toBe(3600);
    expect(limit.reason).toMatch(/One hour at most.*chained/);
  });

  test('is the role’s limit for a user, and AWS’s where it is not known', () => {
    expect(durationLimit(user, 7200)).toMatchObject({
      longest: 7200,
      reason: 'The role’s limit is 2 hours.',
    });
    expect(durationLimit(user, undefined).longest).toBe(43_200);
  });

  test('is not used up by itself', () => {
    expect(usualDuration(durationLimit(user, 43_200))).toBe(3600);
  });
});

test.each([
  [900, '15 minutes'],
  [3600, '1 hour'],
  [5400, '1 hour 30 minutes'],
  [43_200, '12 hours'],
  [20, 'less than a minute'],
])('%i seconds are %s', (seconds, text) => {
  expect(durationText(seconds)).toBe(text);
});

test.each([
  [user.arn, 'alice-smith'],
  [session.arn, 'alice'],
  ['arn:aws:iam::111122223333:root', 'root'],
  ['arn:aws:iam::111122223333:user/x', 'x-session'],
  [`arn:aws:iam::111122223333:user/${'a'.repeat(80)}`, 'a'.repeat(64)],
])('the session of %s is named %s, which AWS takes', (arn, name) => {
  expect(sessionNameOf({ ...user, arn })).toBe(name);
  expect(fieldChecks.sessionName(name)).toBeUndefined();
});

test.each([
  ['sessionName', 'a'],
  ['sessionName', 'two words'],
  ['sessionName', 'a'.repeat(65)],
  ['externalId', 'a'],
  ['externalId', 'a b'],
  ['mfaSerial', '123'],
  ['sourceIdentity', 'aws:alice'],
] as const)('%s may not be %s', (field, text) => {
  expect(fieldChecks[field](text)).toMatch(/\.$/);
});

describe('session tags', () => {
  test('are read and written back', () => {
    const read = parseSessionTags(' team*=blue , cost= ');
    expect(read).toEqual({ tags: { team: 'blue', cost: '' }, transitiveTagKeys: ['team'] });
    expect(sessionTagsText(full)).toBe('team*=blue, cost=');
    expect(parseSessionTags('')).toEqual({ tags: {}, transitiveTagKeys: [] });
  });

  test.each(['team', '=blue', 'aws:team=blue', `${'k'.repeat(129)}=v`, `k=${'v'.repeat(257)}`, 'k=a|b'])(
    '%s is refused',
    (text) => expect(parseSessionTags(text)).toBeUndefined(),
  );

  test('are 50 at most', () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => `k${index}=v`).join(',');
    expect(parseSessionTags(many(50))).toBeDefined();
    expect(parseSessionTags(many(51))).toBeUndefined();
  });
});

describe('the request', () => {
  test('of a plain form has nothing that was not filled in', () => {
    expect(assumeRoleRequest(plain, undefined)).toEqual({
      roleArn: plain.roleArn,
      sessionName: 'alice',
      duration: 3600,
    });
    expect(neededActions(plain)).toEqual(['sts:AssumeRole']);
  });

  test('of a full form has all of it', () => {
    expect(assumeRoleRequest(full, '123456')).toEqual({
      roleArn: plain.roleArn,
      sessionName: 'alice',
      duration: 3600,
      externalId: 'blue',
      mfa: { serialNumber: full.mfaSerial, code: '123456' },
      sourceIdentity: 'alice',
      tags: full.tags,
      transitiveTagKeys: ['team'],
      policy: '{}',
    });
    expect(neededActions(full)).toEqual(['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity']);
  });
});

describe('what a request carries', () => {
  const now = new Date('2026-11-24T12:00:00Z');

  test('is told as far as it is known', () => {
    const { context } = sessionContext(full, user, user.arn, now);
    expect(context).toMatchObject({
      'sts:ExternalId': ['blue'],
      'aws:MultiFactorAuthPresent': ['true'],
      'aws:RequestTag/team': ['blue'],
      'aws:PrincipalArn': [user.arn],
      'aws:CurrentTime': ['2026-11-24T12:00:00.000Z'],
    });
    expect(context).not.toHaveProperty('aws:SourceIp');
  });

  test('leaves open whether a session was made with MFA', () => {
    expect(sessionContext(plain, user, user.arn, now).context['aws:MultiFactorAuthPresent']).toEqual([]);
    expect(sessionContext(plain, session, '', now).context).not.toHaveProperty('aws:MultiFactorAuthPresent');
  });
});

describe('role ARNs', () => {
  test('are read with their path', () => {
    expect(parseRoleArn(' arn:aws-cn:iam::111122223333:role/teams/blue/deploy ')).toEqual({
      partition: 'aws-cn',
      account: '111122223333',
      path: '/teams/blue/',
      name: 'deploy',
    });
  });

  test.each([
    '',
    'arn:aws:iam::111122223333:user/a',
    'arn:aws:iam::1:role/a',
    'arn:aws:iam::111122223333:role/',
  ])('%s is none', (text) => expect(parseRoleArn(text)).toBeUndefined());

  test('are made of names of the caller’s account', () => {
    expect(roleArnOf('deploy', user)).toBe('arn:aws:iam::111122223333:role/deploy');
    expect(roleArnOf('arn:aws:iam::444455556666:role/x', user)).toBe('arn:aws:iam::444455556666:role/x');
    expect(roleArnOf('two words', user)).toBeUndefined();
  });

  test('of a session give its role’s name', () => {
    expect(roleNameOfCaller(session)).toBe('deploy');
    expect(roleNameOfCaller(user)).toBeUndefined();
  });
});
