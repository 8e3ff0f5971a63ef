import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  type AssumptionAnswer,
  describePolicyRequest,
  type JudgeAssumptionParams,
  judgeAssumptionRequest,
  type PolicyDescription,
} from '../../server/src/protocol.ts';
import { type Joined, join } from './joined.ts';

let joined: Joined;
beforeEach(async () => {
  joined = join();
  await joined.initialize();
});
afterEach(() => joined.dispose());

const trustPolicy = JSON.stringify(
  {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::111122223333:role/build' },
        Action: 'sts:AssumeRole',
        Condition: {
          StringEquals: { 'sts:ExternalId': 'blue' },
          Bool: { 'aws:MultiFactorAuthPresent': 'true' },
        },
      },
    ],
  },
  undefined,
  4,
);

test('a policy is told in plain words, with what its callers have to bring', async () => {
  const told = await joined.client.sendRequest(describePolicyRequest, { text: trustPolicy, type: 'trust' });
  expect(told).toEqual({
    sentences: [
      'Allows role build of account 111122223333 to assume this role when sts:ExternalId is blue and aws:MultiFactorAuthPresent is true.',
    ],
    externalIds: ['blue'],
    asksForMfa: true,
    forAwsCallers: true,
    services: [],
    outsideAccounts: ['111122223333'],
    principals: [
      {
        type: 'AWS',
        name: 'arn:aws:iam::111122223333:role/build',
        phrase: 'role build of account 111122223333',
        conditional: true,
      },
    ],
  });
});

test('those that a trust policy names are told one by one, each once', async () => {
  const allow = (principal: unknown, more: object = {}) => ({
    Effect: 'Allow',
    Principal: principal,
    Action: 'sts:AssumeRole',
    ...more,
  });
  const condition = { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } };
  const text = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      allow('*', condition),
      allow({ AWS: ['111122223333', '*'], Service: 'ec2.amazonaws.com' }, condition),
      allow({ AWS: 'arn:aws:iam::111122223333:root' }),
      { ...allow({ Service: 'lambda.amazonaws.com' }), Effect: 'Deny' },
    ],
  });
  const told = await joined.client.sendRequest<PolicyDescription>(describePolicyRequest, {
    text,
    type: 'trust',
  });
  expect(told.principals).toEqual([
    { type: 'everyone', name: '*', phrase: 'everyone', conditional: true },
    {
      type: 'AWS',
      name: 'arn:aws:iam::111122223333:root',
      phrase: 'account 111122223333',
      conditional: false,
    },
    { type: 'Service', name: 'ec2.amazonaws.com', phrase: 'Amazon EC2', conditional: true },
  ]);
});

test('the service principals of a trust policy are told', async () => {
  const text = JSON.stringify({
    Statement: { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' },
  });
  const told = await joined.client.sendRequest(describePolicyRequest, { text, type: 'trust' });
  expect(told).toMatchObject({
    services: ['ec2.amazonaws.com'],
    forAwsCallers: false,
    asksForMfa: false,
  });
});

test('what is no policy has no description and no verdict', async () => {
  for (const text of ['', 'Not JSON', '[]']) {
    expect(await joined.client.sendRequest(describePolicyRequest, { text, type: 'trust' })).toBeNull();
    expect(await judge({ trustPolicy: text })).toBeNull();
  }
});

function judge(params: Partial<JudgeAssumptionParams>): Promise<AssumptionAnswer | null> {
  return joined.client.sendRequest(judgeAssumptionRequest, {
    trustPolicy,
    callerArn: 'arn:aws:sts::111122223333:assumed-role/deploy/alice',
    callerId: 'AROAEXAMPLE000000000:alice',
    trustedArn: 'arn:aws:iam::111122223333:role/teams/deploy',
    actions: ['sts:AssumeRole'],
    context: { 'sts:ExternalId': ['blue'], 'aws:MultiFactorAuthPresent': ['true'] },
    ...params,
  });
}

test('a caller who is not named is let in by one change, in the text’s own form', async () => {
  const answer = await judge({});
  expect(answer?.outcome).toBe('refused');
  expect(answer?.mended?.title).toBe('Allow arn:aws:iam::111122223333:role/teams/deploy to assume the role');
  expect(answer?.mended?.text).toBe(
    trustPolicy.replace(
      '"arn:aws:iam::111122223333:role/build"',
      `[
                    "arn:aws:iam::111122223333:role/build",
                    "arn:aws:iam::111122223333:role/teams/deploy"
                ]`,
    ),
  );
});

test('condition keys of a request are taken in any letter case', async () => {
  const callerArn = 'arn:aws:sts::111122223333:assumed-role/build/alice';
  expect(await judge({ callerArn })).toEqual({
    outcome: 'allowed',
    reasons: [],
    needsOwnPermission: false,
    mended: null,
  });
  expect(await judge({ callerArn, context: {} })).toMatchObject({ outcome: 'unknown', mended: null });
});
