import { expect, test } from 'vitest';
import { actionsWithoutTags, sendsTags } from '../../../server/src/access/sendsTags.ts';
import type { Action } from '../../../server/src/catalog/catalog.ts';
import { findAction } from '../../../server/src/catalog/findAction.ts';
import { testCatalog } from '../../catalog.ts';

const taking: Action = {
  name: 'Take',
  prefix: 'logs',
  accessLevel: 'Write',
  resourceTypes: [],
  conditionKeys: [],
  dependentActions: [],
  added: false,
};

test.each<[action: Partial<Action>, expected: boolean]>([
  [{}, false],
  [{ added: true }, true],
  [{ conditionKeys: ['logs:Level', 'aws:TagKeysOther', 'logs:ResourceTag/${TagKey}'] }, false],
  [{ conditionKeys: ['aws:ResourceTag/${TagKey}'] }, true],
  [{ conditionKeys: ['aws:RequestTag/${TagKey}'] }, true],
  [{ conditionKeys: ['aws:TagKeys'] }, true],
  [{ resourceTypes: [{ name: 'none', required: true, conditionKeys: ['aws:ResourceTag/${TagKey}'] }] }, true],
  [{ resourceTypes: [{ name: 'log-group', required: false, conditionKeys: [] }] }, true],
])('an action with %j', (own, expected) => {
  expect(sendsTags({ ...taking, ...own }, testCatalog())).toBe(expected);
});

test.each([
  ['logs', 'PutRetentionPolicy', true],
  ['logs', 'DescribeLogGroups', false],
  ['route53', 'GetHostedZone', false],
])('%s:%s', (prefix, name, expected) => {
  const action = findAction(testCatalog(), prefix, name);
  expect(action && sendsTags(action, testCatalog())).toBe(expected);
});

test('of a pattern those that send none', () => {
  const names = (pattern: string) => {
    const found = actionsWithoutTags(testCatalog(), pattern);
    return found === 'every service' ? found : found.map(({ name }) => name);
  };
  expect(names('route53:Get*Zone')).toEqual(['GetHostedZone']);
  expect(names('logs:PutRetentionPolicy')).toEqual([]);
  expect(names('*')).toBe('every service');
  expect(names('*:*')).toBe('every service');
  expect(names('nowhere:*')).toEqual([]);
});
