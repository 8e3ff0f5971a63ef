import { describe, expect, test } from 'vitest';
import { reachesEvery, reachesSome } from '../../../server/src/access/reachesEvery.ts';
import { findAction } from '../../../server/src/catalog/findAction.ts';
import type { Statement } from '../../../server/src/policy/model.ts';
import { readDocument } from '../../../server/src/policy/readDocument.ts';
import { testCatalog } from '../../catalog.ts';

const catalog = testCatalog();

function statement(elements: object): Statement {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', ...elements } });
  const [found] = readDocument(text, { chosen: { type: 'identity' } }).policies[0]?.policy.statements ?? [];
  if (found === undefined) throw new Error(text);
  return found;
}

function reach(name: string, elements: object): readonly [every: boolean, some: boolean] {
  const [prefix = '', action = ''] = name.split(':');
  const known = findAction(catalog, prefix, action);
  if (known === undefined) throw new Error(name);
  return [
    reachesEvery(statement(elements), known, catalog),
    reachesSome(statement(elements), known, catalog),
  ];
}

describe('every and some', () => {
  test.each([
    ['iam:PassRole', ['*'], true, true],
    ['iam:PassRole', ['arn:aws:iam::111122223333:role/*'], true, true],
    ['iam:PassRole', ['arn:aws:iam::*:*'], true, true],
    ['iam:PassRole', ['arn:aws:iam::111122223333:role/service-role/*'], false, true],
    ['iam:PassRole', ['arn:aws:iam::111122223333:user/*'], false, false],
    ['iam:PassRole', ['role/*'], false, false],
    ['iam:PutUserPolicy', ['arn:aws:iam::111122223333:user/${aws:username}'], false, true],
    ['s3:GetObject', ['arn:aws:s3:::*'], true, true],
    ['s3:GetObject', ['arn:aws:s3:::*/*'], true, true],
    ['s3:GetObject', ['arn:aws:s3:::amzn-s3-demo-bucket/*'], false, true],
    ['states:StartExecution', ['arn:aws:states:us-east-1:111122223333:statemachine:*'], true, true],
    // It needs a document, and the statement names instances.
    ['ssm:SendCommand', ['arn:aws:ssm:*:*:document/*'], true, true],
    ['ssm:SendCommand', ['arn:aws:ssm:*:*:document/*', 'arn:aws:ec2:*:*:instance/i-1'], false, true],
    ['ssm:SendCommand', ['arn:aws:ec2:*:*:instance/*'], false, true],
    ['ec2:DescribeInstances', ['*'], true, true],
    ['ec2:DescribeInstances', ['arn:aws:ec2:*:*:instance/*'], false, false],
  ])('%s on %j', (action, Resource, every, some) => {
    expect(reach(action, { Action: action, Resource })).toEqual([every, some]);
  });

  test('what is not named is every resource but a few', () => {
    expect(reach('iam:PassRole', { NotResource: 'arn:aws:iam::111122223333:role/a' })).toEqual([true, true]);
  });
});
