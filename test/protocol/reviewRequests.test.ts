import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type AllowedService,
  allowedActionsRequest,
  describePolicyRequest,
  type LineRange,
  type PolicyInDocument,
  type PolicyPathStep,
  policyDocumentsRequest,
  policyPlacesRequest,
  type TightenedPolicy,
  tightenPolicyRequest,
} from '../../server/src/protocol.ts';
import { type Joined, join } from './joined.ts';

let joined: Joined;
beforeEach(async () => {
  joined = join();
  await joined.initialize();
});
afterEach(() => joined.dispose());

const policy = (...Statement: readonly object[]) => JSON.stringify({ Version: '2012-10-17', Statement });

test('the actions of several policies come by service, without those that one denies', async () => {
  const policies = [
    policy({ Effect: 'Allow', Action: ['sqs:*Queue', 'S3:getobject'], Resource: '*' }),
    policy({ Effect: 'Deny', Action: 'sqs:DeleteQueue', Resource: '*' }),
    'no policy',
  ];
  const services = await joined.client.sendRequest<AllowedService[]>(allowedActionsRequest, { policies });
  expect(services.map(({ service }) => service)).toEqual(['s3', 'sqs']);
  expect(services[0]).toMatchObject({ name: 'Amazon S3', actions: ['GetObject'] });
  expect(services[1]?.actions).toContain('CreateQueue');
  expect(services[1]?.actions).not.toContain('DeleteQueue');
});

test('a policy is tightened by what was used', async () => {
  const tighten = (text: string) =>
    joined.client.sendRequest<TightenedPolicy | null>(tightenPolicyRequest, {
      text,
      use: [{ service: 'sqs', used: false, actions: [] }],
    });
  const both = policy({ Effect: 'Allow', Action: ['sqs:*', 's3:GetObject'], Resource: '*' });
  expect(await tighten(both)).toEqual({
    text: policy({ Effect: 'Allow', Action: ['s3:GetObject'], Resource: '*' }),
    changes: [{ action: 'sqs:*', becomes: [] }],
    notActions: 0,
  });
  expect(await tighten(policy({ Effect: 'Allow', Action: 'sqs:*', Resource: '*' }))).toMatchObject({
    text: null,
  });
  expect(await tighten('[]')).toBeNull();
});

test('outside accounts are those that the settings do not name', async () => {
  await joined.client.sendNotification('workspace/didChangeConfiguration', {
    settings: { iamRoles: { account: { id: '111122223333' }, trustedAccounts: ['444455556666'] } },
  });
  const AWS = ['111122223333', 'arn:aws:iam::444455556666:root', 'arn:aws:iam::777788889999:role/x', '*'];
  const text = policy({ Effect: 'Allow', Principal: { AWS }, Action: 'sts:AssumeRole' });
  const told = await joined.client.sendRequest(describePolicyRequest, { text, type: 'trust' });
  expect(told).toMatchObject({ outsideAccounts: ['777788889999'] });
});

describe('a place in a policy', () => {
  const uri = 'file:///project/one.json';
  /** What stands in the document at the places of the paths, in its first policy. */
  async function placesIn(text: string, ...paths: readonly (readonly PolicyPathStep[])[]) {
    await joined.open(uri, text, 'jsonc');
    const [found] = await joined.client.sendRequest<PolicyInDocument[]>(policyDocumentsRequest, { uri });
    const params = { uri, start: found?.range.start, paths };
    const ranges = await joined.client.sendRequest<LineRange[]>(policyPlacesRequest, params);
    const lines = text.split('\n');
    return ranges.map(({ start, end }) => {
      expect(start.line).toBe(end.line);
      return lines[start.line]?.slice(start.character, end.character);
    });
  }
  const statement = { Effect: 'Allow', Action: ['s3:GetObject', 'é\\"x'], Resource: '*' };
  const action = [{ value: 'Statement' }, { index: 0 }, { value: 'Action' }] as const;

  test('is found by its path, through comments and layout', async () => {
    const text = policy(statement).replace('"Action"', '/* é 😀 */ "Action"');
    expect(
      await placesIn(
        text,
        [...action, { index: 0 }],
        [...action, { index: 0 }, { substring: { start: 3, length: 3 } }],
        [{ value: 'Statement' }, { index: 0 }, { key: 'Effect' }],
        [{ value: 'Statement' }, { index: 0 }, { value: 'Effect' }, { index: 0 }],
      ),
    ).toEqual(['"s3:GetObject"', 'Get', '"Effect"', '"Allow"']);
  });

  test('is found through the strings that a policy is wrapped in', async () => {
    const text = JSON.stringify({ Policies: [{ PolicyDocument: policy(statement) }] });
    const [entry, part] = await placesIn(
      text,
      [...action, { index: 1 }],
      [...action, { index: 1 }, { substring: { start: 0, length: 1 } }],
    );
    expect(entry).toBe(JSON.stringify(JSON.stringify('é\\"x')).slice(1, -1));
    expect(part).toBe('é');
  });

  test('is that of a statement that stands alone', async () => {
    expect(await placesIn(JSON.stringify(statement), [...action, { index: 0 }])).toEqual(['"s3:GetObject"']);
  });

  test('is the nearest that there is', async () => {
    expect(await placesIn(policy(statement), [...action, { index: 7 }])).toEqual([
      JSON.stringify(statement.Action),
    ]);
  });
});
