import { expect, test } from 'vitest';
import { consoleUrl, madeArn } from '../../../../client/src/commands/planResult.ts';
import { createRolePlan } from '../../../../client/src/roles/createRolePlan.ts';
import { stepPlan } from '../../../../client/src/roles/stepPlan.ts';

const target = { partition: 'aws', account: '123456789012', region: 'eu-west-1' };
const policy = { name: 'read', path: '/', description: '', document: '{}', tags: {} };

function plan(partition: string) {
  return createRolePlan(
    {
      name: 'a+b',
      path: '/teams/',
      trustPolicy: '{}',
      description: '',
      maxSessionDuration: 3600,
      tags: {},
      permissionsBoundary: undefined,
      newPolicies: [policy],
      inlinePolicies: [],
      attachedPolicies: [],
      instanceProfile: undefined,
    },
    { ...target, partition },
  );
}

test('a plan that makes a role is about the role', () => {
  expect(madeArn(plan('aws-cn'))).toBe('arn:aws-cn:iam::123456789012:role/teams/a+b');
});

test('a plan that makes a policy alone is about it', () => {
  expect(madeArn(stepPlan([{ kind: 'createPolicy', ...policy }], target, []))).toBe(
    'arn:aws:iam::123456789012:policy/read',
  );
});

test('a plan that makes nothing has no ARN', () => {
  expect(madeArn(stepPlan([{ kind: 'deleteRole', roleName: 'x' }], target, []))).toBeUndefined();
});

test('the console has a page of the role, where the partition has a console for everyone', () => {
  expect(consoleUrl(plan('aws'))).toBe('https://console.aws.amazon.com/iam/home#/roles/details/a%2Bb');
  expect(consoleUrl(plan('aws-us-gov'))).toContain('console.amazonaws-us-gov.com');
  expect(consoleUrl(plan('aws-iso'))).toBeUndefined();
});
