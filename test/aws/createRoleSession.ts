import { afterEach, expect } from 'vitest';
import type { Profile } from '../../client/src/aws/profile.ts';
import { createRole } from '../../client/src/commands/createRole.ts';
import { type Reply, type ScriptedUi, scriptedUi } from '../scriptedUi.ts';
import { servedPolicies } from '../servedPolicies.ts';
import { connectionTo, profile as testProfile } from './connection.ts';
import { type FakeAws, startFakeAws } from './fake/startFakeAws.ts';
import { roleCommandParts } from './roleCommands.ts';

export const trust = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
};
export const reader = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::amzn-s3-demo-bucket/*' }],
};
/** What is open in the editor where a test says nothing else. */
export const documents = { 'file:///roles/trust.json': trust, 'file:///roles/read-orders.json': reader };
/** What the code lens above the trust policy gives. */
export const onLens = { uri: 'file:///roles/trust.json', line: 0 };

/** The steps after the trust policy, with nothing but a name. */
export const plainly: readonly Reply[] = [
  { type: 'plain' },
  { pick: 'Continue' },
  { pickMany: [] },
  { pick: 'Without one' },
  { pick: 'Create role plain' },
];

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** Until the test ends. */
export async function fakeAws(): Promise<FakeAws> {
  const fake = await startFakeAws();
  ends.push(fake.stop);
  return fake;
}

const fakeCredentials = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  sessionToken: undefined,
  expiration: undefined,
};

interface Session {
  /** Of AWS; undefined: no profile was chosen. */
  readonly url: string | undefined;
  readonly replies: readonly Reply[];
  readonly open?: Readonly<Record<string, unknown>>;
  readonly argument?: unknown;
  /** Of the active profile. */
  readonly profile?: Partial<Profile>;
  readonly before?: (person: ScriptedUi) => void;
}

/** Goes through Create Role as a person that replies so; all replies are to be used. */
export async function run({
  url,
  replies,
  open = documents,
  argument,
  profile = {},
  before,
}: Session): Promise<ScriptedUi> {
  const policies = await servedPolicies(open);
  ends.push(policies.dispose);
  const person = scriptedUi(...replies);
  before?.(person);
  const connection =
    url === undefined
      ? undefined
      : connectionTo(url, {
          credentials: async () => fakeCredentials,
          profile: { ...testProfile, ...profile },
        });
  await createRole(roleCommandParts(person, policies, connection), argument);
  expect(person.left).toEqual([]);
  return person;
}

export function last(list: readonly string[]): string {
  return list.at(-1) ?? '';
}
