import { expect, test } from 'vitest';
import { redundantActions } from '../../../server/src/access/redundantActions.ts';
import { testCatalog } from '../../catalog.ts';

function lines(actions: readonly string[]): readonly string[] {
  return redundantActions(testCatalog(), actions).map(
    ({ entry, by }) => `${actions[by]} > ${actions[entry]}`,
  );
}

test.each<[name: string, actions: string[], expected: string[]]>([
  ['other letter case', ['s3:GetObject', 'S3:getobject'], ['s3:GetObject > S3:getobject']],
  ['a pattern of all', ['s3:GetObject', '*', 'iam:Get*'], ['* > s3:GetObject', '* > iam:Get*']],
  ['a pattern of services', ['s3:GetObject', 's?:Get*'], ['s?:Get* > s3:GetObject']],
  ['overlap alone', ['iam:Get*', 'iam:*CredentialReport'], []],
  ['several that cover one together', ['s3:GetBucket*', 's3:GetObject*', 's3:Get*t'], []],
  ['all that a pattern matches today', ['iam:*Role', 'iam:Pass*'], ['iam:*Role > iam:Pass*']],
  [
    'two patterns of the same action, in either order',
    ['iam:PassR*', 'iam:*ssRole'],
    ['iam:PassR* > iam:*ssRole'],
  ],
  [
    'two patterns of the same action, in either order',
    ['iam:*ssRole', 'iam:PassR*'],
    ['iam:PassR* > iam:*ssRole'],
  ],
  [
    'a chain',
    ['iam:PassRole', 'iam:Pass*', 'iam:*Role', 'iam:*Role*'],
    ['iam:*Role* > iam:PassRole', 'iam:*Role* > iam:Pass*', 'iam:*Role* > iam:*Role'],
  ],
  [
    'a chain of text and catalog',
    ['iam:PassRole', 'iam:Pas*', 'iam:*Role'],
    ['iam:*Role > iam:PassRole', 'iam:*Role > iam:Pas*'],
  ],
  ['an action that does not exist', ['s3:GetObjct', 's3:Get*', 's3:GetObjct'], []],
  ['a service that does not exist', ['s33:GetObject', 's33:*'], []],
])('%s: %j', (_, actions, expected) => {
  expect(lines(actions)).toEqual(expected);
});
