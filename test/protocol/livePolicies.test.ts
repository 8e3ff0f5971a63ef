import { afterEach, beforeEach, expect, test } from 'vitest';
import { policiesRequest } from '../../server/src/protocol.ts';
import { type Joined, join } from './joined.ts';

let joined: Joined;
beforeEach(async () => {
  joined = join();
  await joined.initialize();
});
afterEach(() => joined.dispose());

const text = '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow" }] }';
const role = '/dev/123456789012/role/orders';

test.each([
  [`aws-iam:${role}/trust%20policy.json`, 'trust'],
  [`aws-iam:${role}/inline/my-trust.json`, 'identity'],
  [`aws-iam:${role}/inline/trust%20policy.json`, 'identity'],
  ['aws-iam:/dev/123456789012/policy/arn%3Aaws%3Aiam%3A%3Aaws%3Apolicy%252Fscp/scp%20v3.json', 'identity'],
  [`aws-iam-readonly:${role}/trust%20policy.json`, 'trust'],
  [`file:${role}/inline/my-trust.json`, 'trust'],
])('%s is of type %s by its place', async (uri, type) => {
  await joined.open(uri, text);
  expect(await joined.client.sendRequest(policiesRequest, { uri })).toEqual([
    expect.objectContaining({ type, source: 'file name' }),
  ]);
});
