import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collapseActions } from '../../../server/src/access/collapseActions.ts';
import { expandAction } from '../../../server/src/access/expandAction.ts';
import { testCatalog } from '../../catalog.ts';
import { refactor, refactorOnly } from './refactor.ts';

function allow(actions: string, lineBreak = '\n'): string {
  return `{
    "Statement": [
        {
            "Effect": "Allow",
            "Action": ${actions},
            "Resource": "*"
        }
    ]
}
`.replaceAll('\n', lineBreak);
}

describe('expanding a wildcard', () => {
  const kind = 'refactor.rewrite.iamRoles.expandWildcard';

  test('writes its actions where it stood, each on a line, but for those the list has', () => {
    const marked = allow('[\n"sqs:*MessageMoveT«»ask",\n"sqs:StartMessageMoveTask",\n"sns:Publish"\n]');
    const { item, after } = refactorOnly(kind, marked);
    expect(item.title).toBe('Expand sqs:*MessageMoveTask to the action it matches');
    expect(after).toBe(
      allow('[\n"sqs:CancelMessageMoveTask",\n"sqs:StartMessageMoveTask",\n"sns:Publish"\n]'),
    );
  });

  test.each(['\n', '\r\n'])('makes a list of a string, with line breaks %j', (lineBreak) => {
    const { item, after } = refactorOnly(kind, allow('"sqs:«*Permission»"', lineBreak));
    expect(item.title).toBe('Expand sqs:*Permission to the 2 actions it matches');
    const list = `[
                "sqs:AddPermission",
                "sqs:RemovePermission"
            ]`;
    expect(after).toBe(allow(list, lineBreak));
  });

  test('takes all wildcards of a selection, and writes no action twice', () => {
    const { item, after } = refactorOnly(kind, allow('[«"SQS:Add*", "sqs:*Permission", "sns:Publish*"»]'));
    expect(item.title).toBe('Expand 3 wildcards to the 3 actions they match');
    expect(after).toBe(allow('["sqs:AddPermission", "sqs:RemovePermission", "sns:Publish"]'));
  });

  test('keeps the escapes of a policy in a string', () => {
    const policy = JSON.stringify(JSON.parse(allow('"sqs:*Permission"')));
    const marked = JSON.stringify({ Policy: policy }).replace('*Permission', '*«»Permission');
    const { after } = refactorOnly(kind, marked);
    expect(JSON.parse(JSON.parse(after).Policy)).toMatchObject({
      Statement: [{ Action: ['sqs:AddPermission', 'sqs:RemovePermission'] }],
    });
  });

  test.each(['"«*»"', '"«*:Get*»"', '"«sqs:SendMessage»"', '"«nosuch:*»"', '"«sqs:No*»"'])(
    'is not offered for %s',
    (action) => {
      expect(refactor(kind, allow(action))).toEqual([]);
    },
  );
});

describe('collapsing actions', () => {
  const kind = 'refactor.rewrite.iamRoles.collapseActions';

  test('puts the tightest wildcards in the place of the first action of each', () => {
    const marked = allow(
      '[\n"sqs:AddPermission",\n"sns:Publish",\n"sqs:RemovePermission",\n"sqs:S«»endMessage"\n]',
    );
    const { item, after } = refactorOnly(kind, marked);
    expect(item.title).toBe('Collapse 2 actions to sqs:*Permission, which matches nothing more');
    expect(after).toBe(allow('[\n"sqs:*Permission",\n"sns:Publish",\n"sqs:SendMessage"\n]'));
  });

  test('takes a whole service for one wildcard', () => {
    const names = expandAction(testCatalog(), 'sqs:*').map(({ name }) => `"sqs:${name}"`);
    expect(refactorOnly(kind, allow(`[«»${names.join(', ')}]`)).after).toBe(allow('["sqs:*"]'));
  });

  test.each([
    '["s3:Ge«»tObject", "s3:GetObjectAcl"]',
    '["s«»qs:*", "sns:*"]',
    '"sqs:Add«»Permission"',
    '["n«»osuch:GetA", "nosuch:GetB"]',
  ])('is not offered for %s', (actions) => {
    expect(refactor(kind, allow(actions))).toEqual([]);
  });

  test('is offered at the actions alone', () => {
    const marked = allow('["sqs:AddPermission", "sqs:RemovePermission"]').replace('"Allow"', '"«»Allow"');
    expect(refactor(kind, marked)).toEqual([]);
  });
});

describe('the wildcards of any list', () => {
  const names = ['sqs:*', 'iam:*', 'dynamodb:*'].flatMap((service) =>
    expandAction(testCatalog(), service).map(({ prefix, name }) => `${prefix}:${name}`),
  );
  const list = fc.uniqueArray(fc.oneof(fc.constantFrom(...names), fc.constantFrom('iam:Get*', 'iam:*Role')), {
    maxLength: 60,
  });
  const written = (actions: readonly string[]): string[] => {
    const collapses = collapseActions(testCatalog(), actions);
    const gone = new Set(collapses.flatMap(({ entries }) => entries));
    const patterns = collapses.map(({ pattern }) => pattern);
    return [...actions.filter((_, index) => !gone.has(index)), ...patterns].sort();
  };
  const matched = (actions: readonly string[]) =>
    new Set(actions.flatMap((action) => expandAction(testCatalog(), action)));

  test('match what the list matched, in any order of it, and cannot be collapsed again', () => {
    fc.assert(
      fc.property(list, (actions) => {
        const result = written(actions);
        expect(matched(result)).toEqual(matched(actions));
        expect(written([...actions].reverse())).toEqual(result);
        expect(collapseActions(testCatalog(), result)).toEqual([]);
      }),
      { numRuns: 200, seed: 7 },
    );
  });
});
