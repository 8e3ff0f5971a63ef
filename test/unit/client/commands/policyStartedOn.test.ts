import { afterAll, beforeAll, expect, test } from 'vitest';
import { policyStartedOn } from '../../../../client/src/commands/policyStartedOn.ts';
import { type ServedPolicies, servedPolicies } from '../../../servedPolicies.ts';

const trust = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
};

let policies: ServedPolicies;
beforeAll(async () => {
  policies = await servedPolicies({
    'file:///one.json': trust,
    'file:///two.json': { a: trust, b: trust },
  });
});
afterAll(() => policies.dispose());

test('a lens means the policy below it', async () => {
  const [, , other] = await policies.all();
  const line = other?.range.start.line ?? 0;
  expect(await policyStartedOn(policies, { uri: 'file:///two.json', line })).toEqual(other);
  expect(other?.name).toBe(`two.json:${line + 1}`);
});

test("an editor's menu means the policy at the cursor", async () => {
  expect((await policyStartedOn(policies, { scheme: 'file', path: '/one.json' }))?.name).toBe('one.json');
});

test.each([
  undefined,
  null,
  'file:///one.json',
  {},
  { uri: 7, line: 'x' },
  { uri: 'file:///one.json', line: 99 },
])('%j means none', async (argument) => {
  expect(await policyStartedOn(policies, argument)).toBeUndefined();
});
