import { describe, expect, test } from 'vitest';
import { checkFile } from '../../../../server/src/checks/checkPolicy.ts';
import { readDocument } from '../../../../server/src/policy/readDocument.ts';
import { testCatalog } from '../../../catalog.ts';

const escalations = new Set(['RISK_PRIVILEGE_ESCALATION', 'RISK_SELF_ESCALATION']);

function found(...Statement: readonly object[]): readonly { code: string; message: string }[] {
  const file = readDocument(JSON.stringify({ Version: '2012-10-17', Statement }), {
    chosen: { type: 'identity' },
  });
  return checkFile(file, testCatalog(), { trustedAccounts: [] }).filter(({ code }) => escalations.has(code));
}

function codes(...statements: readonly object[]): readonly string[] {
  return found(...statements).map(({ code }) => code);
}

function allow(Action: string | readonly string[], Resource: string | readonly string[] = '*'): object {
  return { Effect: 'Allow', Action, Resource };
}

const paths = testCatalog().escalationPaths.map((path) => ({
  id: path.id,
  actions: [...path.every, ...path.same, ...path.some],
}));

test('there are 131 paths', () => {
  expect(paths).toHaveLength(131);
  expect(new Set(paths.map(({ id }) => id)).size).toBe(131);
});

describe.each(paths)('$id', ({ actions }) => {
  test('is found, with its actions each in a statement of its own', () => {
    expect(codes(...actions.map((action) => allow(action))).length).toBeGreaterThan(0);
  });

  test('is found, with its actions hidden in patterns', () => {
    expect(codes(allow(actions.map((action) => `${action.slice(0, -1)}?`))).length).toBeGreaterThan(0);
  });

  test('is not found where every action is denied', () => {
    const deny = { Effect: 'Deny', Action: actions, Resource: '*' };
    expect(codes(deny, ...actions.map((action) => allow(action)))).toEqual([]);
  });

  test('is not found without its actions', () => {
    const others = { Effect: 'Allow', NotAction: [...actions, 'iam:*'], Resource: '*' };
    expect(codes(others)).toEqual([]);
  });
});

const lambda = ['lambda:CreateFunction', 'lambda:InvokeFunction'];
const passRole = (condition?: object, resource = '*'): object => ({
  ...allow('iam:PassRole', resource),
  ...(condition && { Condition: condition }),
});

describe('passing a role', () => {
  test.each([
    ['any role', passRole(), 1],
    ['every role of an account', passRole(undefined, 'arn:aws:iam::111122223333:role/*'), 1],
    ['roles of a name', passRole(undefined, 'arn:aws:iam::*:role/orders-*'), 0],
    ['to the service', passRole({ StringLike: { 'iam:PassedToService': 'lambda.*' } }), 1],
    ['to another', passRole({ StringEquals: { 'iam:PassedToService': 'glue.amazonaws.com' } }), 0],
    ['to all but it', passRole({ StringNotEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } }), 0],
    ['with a second factor', passRole({ Bool: { 'aws:MultiFactorAuthPresent': 'true' } }), 1],
    ['of a tag', passRole({ StringEquals: { 'iam:ResourceTag/team': 'orders' } }), 0],
  ])('%s', (_what, statement, count) => {
    expect(codes(allow(lambda, 'arn:aws:lambda:*:*:function:orders'), statement)).toHaveLength(count);
  });
});

describe('a Deny', () => {
  const open = [allow(lambda), passRole()];
  test.each([
    ['on another action', { Action: 'iam:GetRole', Resource: '*' }, 1],
    ['on one role', { Action: 'iam:PassRole', Resource: 'arn:aws:iam::*:role/admin' }, 1],
    ['on all but one role', { Action: 'iam:Pass*', NotResource: 'arn:aws:iam::*:role/orders' }, 0],
    ['by NotAction', { NotAction: lambda, Resource: '*' }, 0],
    [
      'without a second factor only',
      { Action: '*', Resource: '*', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } } },
      1,
    ],
  ])('%s', (_what, elements, count) => {
    expect(codes(...open, { Effect: 'Deny', ...elements })).toHaveLength(count);
  });
});

describe('one finding', () => {
  test('sums up what an administrator can do', () => {
    const findings = found(allow('*'));
    expect(findings.map(({ code }) => code)).toEqual(['RISK_PRIVILEGE_ESCALATION']);
    expect(findings[0]?.message).toMatch(/ and in \d+ more ways;/);
  });

  test('names the shorter of two ways only', () => {
    const [finding] = found(allow(['lambda:UpdateFunctionCode', 'lambda:InvokeFunction']));
    expect(finding?.message).toContain('by lambda:UpdateFunctionCode; ');
  });

  test('is there for each statement that is to be limited, in whatever order they stand', () => {
    const [all, one] = [allow(['iam:PassRole', 'ssm:SendCommand']), allow('iam:PassRole')];
    expect(codes(allow(lambda), all, one)).toHaveLength(2);
    expect(codes(one, all, allow(lambda))).toHaveLength(2);
  });

  test('is there for each statement that could be limited', () => {
    expect(codes(allow('sts:AssumeRole'), allow('ssm:SendCommand'))).toHaveLength(2);
  });
});

test('what leaves out IAM is not warned of, nor what is not allowed on roles', () => {
  expect(codes({ Effect: 'Allow', NotAction: ['iam:*', 'organizations:*'], Resource: '*' })).toEqual([]);
  expect(codes(allow('*', 'arn:aws:s3:::amzn-s3-demo-bucket'))).toEqual([]);
});

test('a new role can be given any policy, unless the policy is chosen', () => {
  const role = 'arn:aws:iam::111122223333:role/orders-*';
  const condition = { ArnEquals: { 'iam:PolicyARN': 'arn:aws:iam::aws:policy/ReadOnlyAccess' } };
  const attach = allow('iam:AttachRolePolicy', role);
  expect(codes(allow('iam:CreateRole', role), attach)).toHaveLength(1);
  expect(codes(allow('iam:CreateRole', role), { ...attach, Condition: condition })).toEqual([]);
  expect(codes(allow('iam:CreateRole', 'arn:aws:iam::111122223333:role/stock'), attach)).toEqual([]);
});
