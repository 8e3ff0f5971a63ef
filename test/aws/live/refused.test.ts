import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AwsApi } from '../../../client/src/roles/awsApi.ts';
import type { LivePolicy } from '../../../client/src/roles/live/address.ts';
import { connectionTo } from '../connection.ts';
import { type FakeAws, startFakeAws } from '../fake/startFakeAws.ts';
import { must } from '../must.ts';
import { liveBench, trust, written } from './bench.ts';

let fake: FakeAws;
let connection: ReturnType<typeof connectionTo>;
let api: AwsApi;
const ofTrust: LivePolicy = { kind: 'trust', roleName: 'worker' };
const mine = written(trust('lambda.amazonaws.com'));

beforeEach(async () => {
  fake = await startFakeAws();
  const { accessKeyId, secretAccessKey } = must(fake.state.callers[0]);
  const credentials = { accessKeyId, secretAccessKey, sessionToken: undefined, expiration: undefined };
  connection = connectionTo(fake.url, { credentials: async () => credentials });
  api = connection.api();
  await api.createRole({
    name: 'worker',
    path: '/',
    trustPolicy: JSON.stringify(trust('ec2.amazonaws.com')),
    description: '',
    maxSessionDuration: 3600,
    permissionsBoundary: undefined,
    tags: {},
  });
});
afterEach(() => fake.stop());

test('what AWS refuses is told once, and the editor keeps its text', async () => {
  const { open, save, person } = await liveBench(connection, [{ press: 'Update' }, { press: 'Update' }]);
  await open(ofTrust);
  fake.fail(
    'UpdateAssumeRolePolicy',
    {
      code: 'MalformedPolicyDocument',
      message: 'Has prohibited field Resource',
    },
    1,
  );
  expect(await save(ofTrust, mine)).toMatch(
    /^Not written to AWS, the editor keeps your changes\. .*prohibited/i,
  );
  expect(person.log.filter((line) => /^(fail|warn|inform)/.test(line))).toEqual([]);
  expect(await save(ofTrust, mine)).toBeUndefined();
  expect(JSON.parse(must(await api.getRole('worker')).trustPolicy)).toEqual(JSON.parse(mine));
});

test('without the permission to read it, opening says which is missing', async () => {
  const { open } = await liveBench(connection, []);
  fake.fail(
    'GetRole',
    {
      code: 'AccessDenied',
      message:
        'User: arn:aws:iam::123456789012:user/a is not authorized to perform: iam:GetRole on resource: role worker',
    },
    9,
  );
  await expect(open(ofTrust)).rejects.toThrow(/iam:GetRole/);
});
