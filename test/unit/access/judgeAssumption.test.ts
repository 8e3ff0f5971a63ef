import { describe, expect, test } from 'vitest';
import { explainAssumption } from '../../../server/src/features/explainAssumption.ts';
import { readDocument } from '../../../server/src/policy/readDocument.ts';
import { applyTextEdits, textEdits } from '../../../server/src/syntax/textEdits.ts';
import { testCatalog } from '../../catalog.ts';

const account = '111122223333';
const session = `arn:aws:sts::${account}:assumed-role/deploy/alice`;
const role = `arn:aws:iam::${account}:role/teams/deploy`;

interface Asked {
  readonly callerArn?: string;
  readonly actions?: readonly string[];
  readonly context?: Readonly<Record<string, readonly string[]>>;
}

function judge(statements: readonly object[], asked: Asked = {}) {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: statements }, undefined, 2);
  const file = readDocument(text, { chosen: { type: 'trust' } });
  const policy = file.policies[0]?.policy;
  if (policy === undefined) throw new Error(text);
  const { callerArn = session, actions = ['sts:AssumeRole'], context = {} } = asked;
  const request = { callerArn, callerId: 'AROAEXAMPLE000000000:alice', actions };
  const told = explainAssumption(
    policy,
    { ...request, context: new Map(Object.entries(context)) },
    role,
    testCatalog(),
  );
  const mended = told.mending && applyTextEdits(text, textEdits(text, told.mending.edits, 0));
  return { ...told, mended: mended === undefined ? undefined : JSON.parse(mended).Statement };
}

function allow(AWS: string | readonly string[], Condition?: object, Action: unknown = 'sts:AssumeRole') {
  return { Effect: 'Allow', Principal: { AWS }, Action, ...(Condition && { Condition }) };
}

describe('principals', () => {
  test.each([
    ['the role of a session, whatever its path', role, 'allowed'],
    ['the session itself', session, 'allowed'],
    ['another session', session.replace('alice', 'bob'), 'refused'],
    ['another role', role.replace('deploy', 'build'), 'refused'],
    ['the account', account, 'allowed'],
    ['the root of the account', `arn:aws:iam::${account}:root`, 'allowed'],
    ['another account', '444455556666', 'refused'],
    ['everybody', '*', 'allowed'],
    ['the unique id of the role', 'AROAEXAMPLE000000000', 'allowed'],
    ['that of a deleted one', 'AROAEXAMPLE000000001', 'refused'],
    ['a user', `arn:aws:iam::${account}:user/alice`, 'refused'],
  ])('%s', (_name, principal, outcome) => {
    expect(judge([allow(principal)]).outcome).toBe(outcome);
  });

  test('tell whether the caller’s own policies count as well', () => {
    expect(judge([allow(account)]).needsOwnPermission).toBe(true);
    expect(judge([allow(role)]).needsOwnPermission).toBe(false);
  });

  test('of services do not let anybody else in', () => {
    const service = {
      Effect: 'Allow',
      Principal: { Service: 'ec2.amazonaws.com' },
      Action: 'sts:AssumeRole',
    };
    const told = judge([service]);
    expect(told.outcome).toBe('refused');
    expect(told.mended).toEqual([
      service,
      { Effect: 'Allow', Principal: { AWS: role }, Action: 'sts:AssumeRole' },
    ]);
  });
});

describe('conditions', () => {
  const external = { StringEquals: { 'sts:ExternalId': 'blue' } };

  test.each([
    ['none given', [], 'refused', /none was given/],
    ['another given', ['red'], 'refused', /not the one/],
    ['the right one given', ['blue'], 'allowed', undefined],
  ] as const)('an external ID: %s', (_name, given, outcome, reason) => {
    const told = judge([allow(role, external)], { context: { 'sts:externalid': given } });
    expect(told.outcome).toBe(outcome);
    if (reason === undefined) expect(told.reasons).toEqual([]);
    else expect(told.reasons[0]).toMatch(reason);
    expect(told.mended).toBeUndefined();
  });

  test('of which nothing is known leave it open', () => {
    const told = judge([allow(role, { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } })]);
    expect(told.outcome).toBe('unknown');
    expect(told.reasons[0]).toContain('aws:SourceIp is within 203.0.113.0/24');
  });

  test.each([
    ['Bool', 'aws:MultiFactorAuthPresent', 'true', [], 'refused'],
    ['BoolIfExists', 'aws:MultiFactorAuthPresent', 'true', [], 'allowed'],
    ['Bool', 'aws:MultiFactorAuthPresent', true, ['true'], 'allowed'],
    ['Null', 'aws:MultiFactorAuthPresent', 'false', [], 'refused'],
    ['StringNotEquals', 'sts:RoleSessionName', 'alice', ['alice'], 'refused'],
    ['StringNotEquals', 'sts:RoleSessionName', 'alice', [], 'allowed'],
    ['StringLike', 'sts:RoleSessionName', 'al*', ['alice'], 'allowed'],
    ['StringLike', 'sts:RoleSessionName', '${aws:username}', ['alice'], 'unknown'],
    ['ForAllValues:StringEquals', 'aws:TagKeys', ['team', 'cost'], ['team'], 'allowed'],
    ['ForAllValues:StringEquals', 'aws:TagKeys', ['team'], ['team', 'cost'], 'refused'],
    ['ForAllValues:StringEquals', 'aws:TagKeys', ['team'], [], 'allowed'],
    ['ForAnyValue:StringEquals', 'aws:TagKeys', ['team'], [], 'refused'],
    ['NumericLessThan', 'aws:MultiFactorAuthAge', '3600', ['60'], 'allowed'],
    ['NumericLessThan', 'aws:MultiFactorAuthAge', '3600', ['7200'], 'refused'],
    ['DateGreaterThan', 'aws:CurrentTime', '2030-01-01T00:00:00Z', ['2026-01-01T00:00:00Z'], 'refused'],
    ['DateLessThan', 'aws:CurrentTime', '2030-01-01T00:00:00Z', ['2026-01-01T00:00:00Z'], 'allowed'],
    ['NotIpAddress', 'aws:SourceIp', '203.0.113.0/24', ['203.0.113.9'], 'refused'],
    ['ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::*:role/teams/*', [role], 'allowed'],
    ['ArnNotLike', 'aws:PrincipalArn', 'arn:aws:iam::*:role/teams/*', [role], 'refused'],
    ['ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::444455556666:role/*', [role], 'refused'],
  ])('%s on %s with %j, given %j: %s', (operator, key, value, given, outcome) => {
    const told = judge([allow(role, { [operator]: { [key]: value } })], {
      context: { [key.toLowerCase()]: given as readonly string[] },
    });
    expect(told.outcome).toBe(outcome);
  });
});

describe('a Deny', () => {
  test('wins', () => {
    const deny = { Effect: 'Deny', Principal: { AWS: '*' }, Action: 'sts:*' };
    const told = judge([allow(role), deny]);
    expect(told.outcome).toBe('denied');
    expect(told.mended).toBeUndefined();
  });

  test('that may apply leaves it open', () => {
    const deny = {
      Effect: 'Deny',
      Principal: '*',
      Action: 'sts:AssumeRole',
      Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
    };
    expect(judge([allow(role), deny]).outcome).toBe('unknown');
  });
});

describe('what else is asked for', () => {
  const actions = ['sts:AssumeRole', 'sts:TagSession'];

  test('is added to the statement that lets the caller in', () => {
    const told = judge([allow(role)], { actions });
    expect(told.outcome).toBe('refused');
    expect(told.reasons).toEqual(['No statement of the trust policy allows sts:TagSession.']);
    expect(told.mended).toEqual([allow(role, undefined, ['sts:AssumeRole', 'sts:TagSession'])]);
  });

  test('is let in by the policy as mended', () => {
    const statements: readonly (readonly object[])[] = [
      [allow(role)],
      [allow(role.replace('deploy', 'build'))],
      [allow(['444455556666', '777788889999'])],
      [
        {
          Effect: 'Allow',
          Principal: { Federated: 'accounts.google.com' },
          Action: 'sts:AssumeRoleWithWebIdentity',
        },
      ],
    ];
    for (const before of statements) {
      const { mended } = judge(before, { actions });
      expect(mended, JSON.stringify(before)).toBeDefined();
      expect(judge(mended, { actions }).outcome, JSON.stringify(mended)).toBe('allowed');
    }
  });
});
