import { describe, expect, test } from 'vitest';
import { watchedActions } from '../../../server/src/access/watchedActions.ts';
import { nothingWatched, watchedBy, watchLists } from '../../../server/src/access/watchLists.ts';
import { readDocument } from '../../../server/src/policy/readDocument.ts';
import { literalOf } from '../../../server/src/syntax/node.ts';
import { testCatalog } from '../../catalog.ts';

function watched(elements: object): Record<string, string | undefined> {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', ...elements } });
  const [statement] =
    readDocument(text, { chosen: { type: 'identity' } }).policies[0]?.policy.statements ?? [];
  if (statement === undefined) throw new Error(text);
  return Object.fromEntries(
    [...watchedActions(statement, 'delegates', testCatalog())].map(([name, node]) => [name, literalOf(node)]),
  );
}

const [pass, create] = ['iam:PassRole', 'iam:CreateServiceLinkedRole'];

describe('watched actions', () => {
  test.each([
    [{ Action: ['s3:GetObject', 'IAM:passrole'] }, { [pass]: 'IAM:passrole' }],
    [{ Action: ['iam:P*', 'iam:PassRole'] }, { [pass]: 'iam:P*' }],
    [{ Action: ['iam:P*', '*:*Role'] }, { [pass]: 'iam:P*', [create]: '*:*Role' }],
    [{ Action: 'i*:Create*' }, { [create]: 'i*:Create*' }],
    [{ Action: ['s3:*', 'iam*'] }, { [pass]: 'iam*', [create]: 'iam*' }],
    [{ Action: 's3:*' }, {}],
    [{ NotAction: 'iam:Create*' }, { [pass]: 'iam:Create*' }],
    [{ NotAction: ['iam:Put*', 'lambda:*'] }, { [pass]: undefined, [create]: undefined }],
    [{ NotAction: '*' }, {}],
    [{}, {}],
  ])('%j', (elements, expected) => {
    expect(watched(elements)).toEqual(expected);
  });

  test('an entry tells of every list', () => {
    expect(watchedBy(testCatalog(), 'iam:passrole')).toEqual({
      risky: ['iam:PassRole'],
      namesRole: [],
      delegates: ['iam:PassRole'],
    });
    expect(watchedBy(testCatalog(), 'lambda:Create*').namesRole).toContain('lambda:CreateFunction');
    expect(watchedBy(testCatalog(), 's3:ListBucket')).toBe(nothingWatched);
  });

  test('each name is listed once, though it is in several paths', () => {
    const names = [...watchLists(testCatalog()).risky.values()].flat();
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('iam:PutRolePolicy');
  });
});
