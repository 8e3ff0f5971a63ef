import { afterEach, expect } from 'vitest';
import type { Connection } from '../../../client/src/aws/connection.ts';
import { createLivePolicies, type LivePolicies } from '../../../client/src/commands/live/livePolicies.ts';
import type { SessionParts } from '../../../client/src/commands/session/sessionParts.ts';
import { type LivePolicy, pathOfLive } from '../../../client/src/roles/live/address.ts';
import { type Reply, type ScriptedUi, scriptedUi } from '../../scriptedUi.ts';
import { sessionBench } from '../sessionCommands.ts';

export const trust = (service: string) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
});
export const reader = (bucket: string) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: `arn:aws:s3:::${bucket}/*` }],
});
/** As an editor has it. */
export const written = (policy: unknown) => `${JSON.stringify(policy, undefined, 2)}\n`;

const account = '123456789012';
const ends: (() => unknown)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

export interface LiveBench {
  readonly person: ScriptedUi;
  readonly parts: SessionParts;
  readonly policies: LivePolicies;
  /** Paths of documents that were told to have changed. */
  readonly changed: string[];
  /** Opens as VS Code does; the text. */
  open(policy: LivePolicy): Promise<string | undefined>;
  /** Saves as VS Code does; what was complained of. */
  save(policy: LivePolicy, text: string): Promise<string | undefined>;
  now: Date;
}

/** Live policies with a scripted person in front of them. */
export async function liveBench(
  connection: Connection,
  replies: readonly Reply[],
  other?: Partial<SessionParts['activeProfile']>,
): Promise<LiveBench> {
  const person = scriptedUi(...replies);
  const session = await sessionBench(person, connection);
  ends.push(session.dispose);
  const changed: string[] = [];
  const bench: { now: Date } = { now: new Date() };
  const parts: SessionParts = {
    ...session.parts,
    now: () => bench.now,
    activeProfile: { ...session.parts.activeProfile, ...other },
  };
  const policies = createLivePolicies(parts, (path) => changed.push(path));
  const pathOf = (policy: LivePolicy) => pathOfLive({ profile: connection.profile.name, account, policy });
  return Object.assign(bench, {
    person,
    parts,
    policies,
    changed,
    async open(policy: LivePolicy) {
      const path = pathOf(policy);
      const stat = await policies.stat(path);
      const file = await policies.read(path);
      expect(file?.changed).toBe(stat?.changed);
      return file?.text;
    },
    async save(policy: LivePolicy, text: string) {
      const path = pathOf(policy);
      const before = await policies.stat(path);
      try {
        await policies.save(path, text);
      } catch (error) {
        expect(await policies.stat(path)).toEqual(before);
        return error instanceof Error ? error.message : String(error);
      }
      const after = await policies.stat(path);
      expect(after?.changed).toBeGreaterThan(before?.changed ?? 0);
      expect(after?.text).toBe(text);
      await policies.saved(path);
      return undefined;
    },
  });
}
