import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allowedActions } from '../../../server/src/access/allowedActions.ts';
import { tightenPolicy } from '../../../server/src/access/tightenPolicy.ts';
import { readDocument } from '../../../server/src/policy/readDocument.ts';
import type { UsedService } from '../../../server/src/protocol.ts';
import { applyTextEdits, textEdits } from '../../../server/src/syntax/textEdits.ts';
import { testCatalog } from '../../catalog.ts';

function read(text: string) {
  const file = readDocument(text, { chosen: { type: 'identity' } });
  const [detected] = file.policies;
  if (detected === undefined) throw new Error(`No policy: ${text}`);
  return { text: file.text, policy: detected.policy };
}

/** The tighter policy, and what was changed. */
function tighten(policy: unknown, ...use: readonly UsedService[]) {
  const before = read(typeof policy === 'string' ? policy : JSON.stringify(policy));
  const result = tightenPolicy(before.policy, use, testCatalog());
  return { ...result, text: applyTextEdits(before.text, textEdits(before.text, result.edits, 0)) };
}

const allow = (Action: unknown, more: object = {}) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action, Resource: '*', ...more }],
});
const unused = (service: string): UsedService => ({ service, used: false, actions: [] });
const used = (service: string, actions: Readonly<Record<string, boolean>> = {}): UsedService => ({
  service,
  used: true,
  actions: Object.entries(actions).map(([name, isUsed]) => ({ name, used: isUsed })),
});
const allowedBy = (text: string) =>
  new Set(
    [...allowedActions(read(text).policy.statements, testCatalog())].map(
      ({ prefix, name }) => `${prefix}:${name}`,
    ),
  );
const actionsIn = (text: string) => JSON.parse(text).Statement[0].Action;

describe('a policy without what was not used', () => {
  test('loses services that were never used, and keeps those that AWS says nothing of', () => {
    const { text, changes } = tighten(
      allow(['s3:GetObject', 'sqs:*', 'ec2:RunInstances']),
      used('s3'),
      unused('sqs'),
    );
    expect(actionsIn(text)).toEqual(['s3:GetObject', 'ec2:RunInstances']);
    expect(changes).toEqual([{ action: 'sqs:*', becomes: [] }]);
  });

  test('loses an action that AWS tells apart and that was not used', () => {
    const { text } = tighten(
      allow(['sqs:SendMessage', 'sqs:CreateQueue', 'sqs:DeleteQueue']),
      used('sqs', { CreateQueue: true, DeleteQueue: false }),
    );
    expect(actionsIn(text)).toEqual(['sqs:SendMessage', 'sqs:CreateQueue']);
  });

  test('has a wildcard narrowed only where AWS tells actions apart', () => {
    const { text, changes } = tighten(
      allow(['sqs:*Queue', 's3:*']),
      used('sqs', { CreateQueue: false }),
      used('s3'),
    );
    expect(changes.map(({ action }) => action)).toEqual(['sqs:*Queue']);
    expect(actionsIn(text)).toContain('s3:*');
    const left = allowedBy(text);
    expect(left.has('sqs:CreateQueue')).toBe(false);
    expect(left.has('sqs:DeleteQueue')).toBe(true);
    expect(left.has('sqs:SendMessage')).toBe(false);
  });

  test('has `*` in services, without those that were not used', () => {
    const { text } = tighten(allow('*'), used('s3'), unused('sqs'));
    const actions: string[] = actionsIn(text);
    expect(actions).toContain('s3:*');
    expect(actions).not.toContain('sqs:*');
    expect(actions).toContain('ec2:*');
  });

  test('leaves `*` alone when nothing is known to be idle', () => {
    expect(tighten(allow('*'), used('s3')).edits).toEqual([]);
  });

  test('loses whole statements, and says when nothing is left', () => {
    const two = {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: 'sqs:*', Resource: '*' },
        { Effect: 'Deny', Action: 'sqs:DeleteQueue', Resource: '*' },
        { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' },
      ],
    };
    expect(JSON.parse(tighten(two, unused('sqs')).text).Statement).toEqual(two.Statement.slice(1));
    expect(tighten(two, unused('sqs'), unused('s3')).leavesNothing).toBe(true);
  });

  test('keeps NotAction, letter case and layout', () => {
    expect(
      tighten(
        { Version: '2012-10-17', Statement: [{ Effect: 'Allow', NotAction: 'sqs:*', Resource: '*' }] },
        unused('s3'),
      ),
    ).toMatchObject({ edits: [], notActions: 1 });
    const written = JSON.stringify(allow(['S3:getobject', 'SQS:SendMessage']), undefined, 4);
    expect(tighten(written, used('s3'), unused('sqs')).text).toBe(
      JSON.stringify(allow(['S3:getobject']), undefined, 4),
    );
  });

  test('allows nothing that was not allowed before, and all that was used', () => {
    const services = ['s3', 'sqs', 'iam'];
    const names = services.flatMap((service) =>
      [...(testCatalog().service(service)?.actions.values() ?? [])].map(({ name }) => `${service}:${name}`),
    );
    const entry = fc.oneof(
      fc.constantFrom(...names),
      fc
        .constantFrom(...names)
        .chain((name) =>
          fc
            .tuple(fc.nat(name.length - 3), fc.boolean())
            .map(([cut, behind]) => `${name.slice(0, 3 + cut)}*${behind ? name.slice(-3) : ''}`),
        ),
      fc.constantFrom('s3:*', 'iam:Get?ole*', 's*:*', '*:Get*', 'IAM:list*'),
    );
    const use = fc.record({
      idle: fc.subarray(services),
      tracked: fc.uniqueArray(fc.tuple(fc.constantFrom(...names), fc.boolean()), {
        selector: ([name]) => name,
        maxLength: 40,
      }),
    });
    const statement = fc.record({
      Effect: fc.constantFrom('Allow', 'Allow', 'Deny'),
      Action: fc.uniqueArray(entry, { minLength: 1, maxLength: 6 }),
      Resource: fc.constantFrom('*', 'arn:aws:s3:::amzn-s3-demo-bucket/*'),
    });
    fc.assert(
      fc.property(
        fc.array(statement, { minLength: 1, maxLength: 4 }),
        use,
        (statements, { idle, tracked }) => {
          const policy = { Version: '2012-10-17', Statement: statements };
          const known = services.map((service) => ({
            service,
            used: !idle.includes(service),
            actions: tracked
              .filter(([name]) => name.startsWith(`${service}:`))
              .map(([name, isUsed]) => ({ name: name.slice(service.length + 1), used: isUsed })),
          }));
          const { text, leavesNothing } = tighten(policy, ...known);
          const before = allowedBy(JSON.stringify(policy));
          const after = leavesNothing ? new Set<string>() : allowedBy(text);
          for (const action of after) expect(before.has(action), `${action} in ${text}`).toBe(true);
          const kept = tracked
            .filter(([name, isUsed]) => isUsed && !idle.some((service) => name.startsWith(`${service}:`)))
            .map(([name]) => name);
          for (const action of kept) expect(after.has(action), action).toBe(before.has(action));
        },
      ),
      { numRuns: 60 },
    );
  });
});
