import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { createRolePlan } from '../../../../client/src/roles/createRolePlan.ts';
import type { PlanTarget, RolePlan } from '../../../../client/src/roles/plan.ts';

/** Writes the text to a file of its own, and gives what `use` makes of it. */
export function withFile<T>(name: string, text: string, use: (path: string, folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'iam-roles-'));
  try {
    writeFileSync(join(folder, name), text);
    return use(join(folder, name), folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What the program printed; an `Error` with all that it said where it failed. */
export function outputOf(
  program: string,
  words: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): string {
  const { status, stdout, stderr, error } = spawnSync(program, words, {
    env,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${program} ${words.join(' ')}: ${status}\n${stdout}${stderr}`);
  return stdout;
}

export function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version']).error === undefined;
}

/** Pieces that a format may take for its own. */
const hostile = fc.constantFrom(
  "'",
  '"',
  '`',
  '$',
  '${aws:username}',
  '%{if true}',
  '$(id)',
  '\\',
  '\\u0041',
  '\n',
  '\r\n',
  '#',
  ': ',
  '- ',
  '{{',
  '<b>',
  '-->',
  '\u202e',
  '\u2028',
  '\u0007',
  '\u0000',
  '\ufeff',
  'é',
  '😀',
  '!Ref x',
  '*/',
  'JSON',
  '\nJSON\n',
  '~',
  'null',
  '!',
);

/** Texts that mean something to shells, templates and programming languages. */
export const hostileText = fc
  .array(
    fc.oneof(
      hostile,
      fc.string({ unit: 'grapheme', maxLength: 4 }),
      fc.string({ unit: 'binary', maxLength: 2 }),
    ),
    {
      maxLength: 6,
    },
  )
  .map((pieces) => pieces.join(''));

const target: PlanTarget = { account: '123456789012', partition: 'aws', region: 'us-east-1' };

const documents = fc
  .record({
    sid: hostileText,
    action: hostileText,
    resource: hostileText,
    key: hostileText,
    values: fc.array(hostileText, { maxLength: 3 }),
  })
  .map(({ sid, action, resource, key, values }) =>
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: sid,
          Effect: 'Allow',
          Action: [action],
          Resource: resource,
          Condition: { StringLike: { [`x${key}`]: ['1', ...values] } },
        },
      ],
    }),
  );

/** Names as IAM takes them. */
const names = fc.stringMatching(/^[\w+=,.@-]{1,20}$/);

/** Plans as wild as they can be. */
export const hostilePlans: fc.Arbitrary<RolePlan> = fc
  .record({
    name: names,
    policy: names,
    inline: names,
    description: hostileText,
    tags: fc.dictionary(hostileText, hostileText, { maxKeys: 3, noNullPrototype: true }),
    trust: documents,
    document: documents,
  })
  .map(({ name, policy, inline, description, tags, trust, document }) =>
    createRolePlan(
      {
        name,
        path: '/a/',
        trustPolicy: trust,
        description,
        maxSessionDuration: 3600,
        tags,
        permissionsBoundary: undefined,
        newPolicies: [{ name: policy, path: '/', description, document, tags: {} }],
        inlinePolicies: [{ name: inline, document }],
        attachedPolicies: ['arn:aws:iam::aws:policy/ReadOnlyAccess', 'arn:aws:iam::210987654321:policy/x'],
        instanceProfile: { name, instanceId: undefined },
      },
      target,
    ),
  );
