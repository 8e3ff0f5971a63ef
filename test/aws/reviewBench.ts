import { afterEach, beforeEach, expect } from 'vitest';
import type { SessionCommand, SessionParts } from '../../client/src/commands/session/sessionParts.ts';
import { type Reply, type ScriptedUi, scriptedUi } from '../scriptedUi.ts';
import { connectionTo } from './connection.ts';
import { type FakeAws, type FakeAwsOptions, startFakeAws } from './fake/startFakeAws.ts';
import type { FakeCaller } from './fake/state.ts';
import { must } from './must.ts';
import { type SessionBench, sessionBench } from './sessionCommands.ts';

export interface ReviewRun extends SessionBench {
  readonly person: ScriptedUi;
  /** The text of the one document that was shown. */
  readonly report: string;
}

export interface ReviewBench {
  readonly fake: FakeAws;
  /** Goes through a command as a person that replies so, with the keys of the fake's first caller; all replies are used. */
  run(
    command: SessionCommand,
    argument: unknown,
    replies: readonly Reply[],
    options?: ReviewOptions,
  ): Promise<ReviewRun>;
}

export type ReviewOptions = NonNullable<Parameters<typeof sessionBench>[2]> & {
  readonly caller?: FakeCaller;
  /** Called before the command begins; gives what is to be otherwise. */
  readonly prepare?: (bench: SessionBench, person: ScriptedUi) => Partial<SessionParts> | undefined;
};

/** A fake AWS for each test of a file; call it once, outside of tests. */
export function reviewBench(fakeOptions: FakeAwsOptions = {}): ReviewBench {
  let fake: FakeAws | undefined;
  const ends: (() => unknown)[] = [];
  beforeEach(async () => {
    fake = await startFakeAws(fakeOptions);
    ends.push(fake.stop);
  });
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
  });
  return {
    get fake() {
      return must(fake);
    },
    async run(command, argument, replies, { caller, prepare, ...options } = {}) {
      const running = must(fake);
      const { accessKeyId, secretAccessKey, sessionToken } = must(caller ?? running.state.callers[0]);
      const keys = { accessKeyId, secretAccessKey, sessionToken, expiration: undefined };
      const person = scriptedUi(...replies);
      const connection = connectionTo(running.url, { credentials: async () => keys });
      const bench = await sessionBench(person, connection, options);
      ends.push(bench.dispose);
      const other = prepare?.(bench, person);
      await command({ ...bench.parts, ...other }, argument);
      expect(person.left, person.log.join('\n')).toEqual([]);
      return Object.assign(bench, { person, report: person.shown[0]?.text ?? '' });
    },
  };
}

/** An identity-based policy of one Allow statement. */
export function allowing(Action: unknown, Resource: unknown = '*'): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource }] });
}

/** Every text that a person was shown, to look for what must not be in it. */
export function everythingTold({ person }: Pick<ReviewRun, 'person'>): string {
  return JSON.stringify([person.log, person.shown, person.copied, person.edited]);
}

/** What AWS's data may hold of somebody who means harm. */
export const hostile = `<img src=x onerror=alert(1)> | [x](command:evil) \u202e gnp.exe ${'long '.repeat(200)}`;

/** It, where it is not shown as plain text. */
export const harmful: RegExp = /(?<!\\)<img|(?<!\\)\[x|\u202e/;
