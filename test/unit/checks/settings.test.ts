import { describe, expect, test } from 'vitest';
import type { CheckSettings, Finding } from '../../../server/src/checks/check.ts';
import { checkFile } from '../../../server/src/checks/checkPolicy.ts';
import type { PolicyType } from '../../../server/src/policy/policyType.ts';
import { readDocument } from '../../../server/src/policy/readDocument.ts';
import { testCatalog } from '../../catalog.ts';

function check(type: PolicyType, statement: object, settings: Partial<CheckSettings>): Finding[] {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  const file = readDocument(text, { chosen: { type } });
  return checkFile(file, testCatalog(), { trustedAccounts: [], ...settings });
}

function codes(...given: Parameters<typeof check>): string[] {
  return check(...given).map(({ code }) => code);
}

describe('the organizations of the settings', () => {
  const limitedTo = (organization: string) => ({
    Effect: 'Allow',
    Principal: { AWS: '444455556666' },
    Action: 'sts:AssumeRole',
    Condition: { StringEquals: { 'aws:PrincipalOrgID': organization } },
  });

  test('are the ones whose accounts need no external ID', () => {
    const organizationIds = ['o-exampleorg1'];
    expect(codes('trust', limitedTo('o-exampleorg1'), { organizationIds })).toEqual([]);
    expect(codes('trust', limitedTo('o-exampleorg2'), { organizationIds })).toEqual([
      'RISK_MISSING_EXTERNAL_ID',
      'RISK_UNKNOWN_ORGANIZATION',
    ]);
  });

  test('may be any where there are none in the settings', () => {
    expect(codes('trust', limitedTo('o-exampleorg2'), {})).toEqual([]);
    expect(codes('trust', limitedTo('o-exampleorg2'), { organizationIds: [] })).toEqual([]);
  });

  test('stand in the fix for a role that everyone may assume', () => {
    const [found] = check(
      'trust',
      { Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' },
      { organizationIds: ['o-exampleorg1'] },
    );
    expect(found?.fixes()[0]?.edits).toMatchObject([
      { value: { StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorg1' } } },
    ]);
  });
});

test.each([
  [{}, 'arn:aws:sqs:*:*:*'],
  [{ partition: 'aws-cn' }, 'arn:aws-cn:sqs:*:*:*'],
])('with the settings %j, a fix suggests %s', (settings, arn) => {
  const statement = { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '*' };
  const [found] = check('identity', statement, settings);
  expect(found?.fixes()[0]?.title).toBe(`Change to ${arn}`);
});
