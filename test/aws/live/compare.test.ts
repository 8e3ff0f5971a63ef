import { beforeAll, expect, test } from 'vitest';
import { compareLivePolicy } from '../../../client/src/commands/live/compareLivePolicy.ts';
import type { SessionParts } from '../../../client/src/commands/session/sessionParts.ts';
import type { AwsApi } from '../../../client/src/roles/awsApi.ts';
import { type LivePolicy, pathOfLive } from '../../../client/src/roles/live/address.ts';
import type { Reply } from '../../scriptedUi.ts';
import { connectionTo } from '../connection.ts';
import { motoOfThisFile } from '../moto.ts';
import { liveBench, reader, trust } from './bench.ts';

const moto = motoOfThisFile();
const api = (): AwsApi => connectionTo(moto.url).api();
const policyArn = 'arn:aws:iam::123456789012:policy/orders';

beforeAll(async () => {
  for (const [name, service] of Object.entries({ one: 'ec2.amazonaws.com', two: 'lambda.amazonaws.com' }))
    await api().createRole({
      name,
      path: '/',
      trustPolicy: JSON.stringify(trust(service)),
      description: '',
      maxSessionDuration: 3600,
      permissionsBoundary: undefined,
      tags: {},
    });
  const document = JSON.stringify(reader('one'));
  await api().createPolicy({ name: 'orders', path: '/', description: '', document, tags: {} });
  await api().createPolicyVersion(policyArn, JSON.stringify(reader('two')));
});

/** Compares, as a person that replies so; the two sides. */
async function compare(policy: LivePolicy, more: Partial<SessionParts>, ...replies: Reply[]) {
  const other = { ...connectionTo(moto.url).profile, name: 'prod' };
  const { parts, person } = await liveBench(connectionTo(moto.url), replies, {
    profiles: async () => [connectionTo(moto.url).profile, other],
    connectTo: async () => connectionTo(moto.url),
  });
  const diffs: Parameters<SessionParts['ui']['diff']>[0][] = [];
  const ui = {
    ...parts.ui,
    diff(one: (typeof diffs)[number]) {
      diffs.push(one);
      return parts.ui.diff(one);
    },
  };
  const path = pathOfLive({ profile: 'test', account: '123456789012', policy });
  await compareLivePolicy({ ...parts, ...more, ui }, { scheme: 'aws-iam', path });
  expect(person.left).toEqual([]);
  return diffs[0];
}

const ofTrust: LivePolicy = { kind: 'trust', roleName: 'one' };
const right = { uri: 'aws-iam:/test/123456789012/role/one/trust%20policy.json' };

test('with a local file', async () => {
  const files = {
    ...(await liveBench(connectionTo(moto.url), [])).parts.files,
    chooseFile: async () => ({ name: 'mine.json', text: '{ "a": 1 }' }),
  };
  expect(await compare(ofTrust, { files }, { pick: 'A Local File' })).toMatchObject({
    title: 'mine.json and trust policy of role one',
    left: '{\n  "a": 1\n}\n',
    right,
  });
});

test('with the same of another role', async () => {
  const diff = await compare(ofTrust, {}, { pick: 'Another Role' }, { pick: 'two' });
  expect(diff).toMatchObject({ title: 'trust policy of role two and trust policy of role one', right });
  expect(diff?.left).toContain('lambda.amazonaws.com');
});

test('with another version', async () => {
  const policy: LivePolicy = { kind: 'managed', policyArn };
  const diff = await compare(policy, {}, { pick: 'Another Version' }, { pick: 'v1' });
  expect(diff?.title).toBe('managed policy orders, version v1 and managed policy orders');
  expect(diff?.left).toContain('arn:aws:s3:::one/*');
});

test('with that of the same name in another profile', async () => {
  const diff = await compare(ofTrust, {}, { pick: 'Another Profile' }, { pick: 'prod' });
  expect(diff?.title).toBe(
    'trust policy of role one in account 123456789012 (profile prod) and trust policy of role one',
  );
});

test('needs a live policy, and one that is there', async () => {
  const { parts } = await liveBench(connectionTo(moto.url), []);
  await expect(compareLivePolicy(parts)).rejects.toThrow(/No live policy is open/);
  const inline: LivePolicy = { kind: 'inline', roleName: 'one', policyName: 'read' };
  await expect(compare(inline, {}, { pick: 'Another Role' }, { pick: 'two' })).rejects.toThrow(
    /There is no inline policy read of role two/,
  );
});
