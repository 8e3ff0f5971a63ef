import { describe, expect, test } from 'vitest';
import { watchedActions, watchList } from '../../../server/src/access/watchedActions.ts';
import { readDocument } from '../../../server/src/policy/readDocument.ts';
import { literalOf } from '../../../server/src/syntax/node.ts';

const list = watchList(['iam:PassRole', 'iam:PutRolePolicy', 'lambda:CreateFunction', 'iam:PassRole']);

function watched(elements: object): Record<string, string | undefined> {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', ...elements } });
  const [statement] =
    readDocument(text, { chosen: { type: 'identity' } }).policies[0]?.policy.statements ?? [];
  if (statement === undefined) throw new Error(text);
  return Object.fromEntries(
    [...watchedActions(statement, list)].map(([name, node]) => [name, literalOf(node)]),
  );
}

describe('watched actions', () => {
  test.each([
    [{ Action: ['s3:GetObject', 'IAM:passrole'] }, { 'iam:PassRole': 'IAM:passrole' }],
    [{ Action: ['iam:P*', 'iam:PassRole'] }, { 'iam:PassRole': 'iam:P*', 'iam:PutRolePolicy': 'iam:P*' }],
    [{ Action: 'l*:Create*' }, { 'lambda:CreateFunction': 'l*:Create*' }],
    [{ Action: 's3:*' }, {}],
    [{ NotAction: 'iam:*' }, { 'lambda:CreateFunction': 'iam:*' }],
    [{ NotAction: ['lambda:*', 'iam:Put*'] }, { 'iam:PassRole': undefined }],
    [{ NotAction: '*' }, {}],
    [{}, {}],
  ])('%j', (elements, expected) => {
    expect(watched(elements)).toEqual(expected);
  });

  test('each name is listed once', () => {
    expect(list.names).toEqual(['iam:PassRole', 'iam:PutRolePolicy', 'lambda:CreateFunction']);
  });
});
