import { describe, expect, test } from 'vitest';
import { checkFile } from '../../../../server/src/checks/checkPolicy.ts';
import { readDocument } from '../../../../server/src/policy/readDocument.ts';
import { testCatalog } from '../../../catalog.ts';

function neverApplies(Condition: object): boolean {
  const statement = { Effect: 'Deny', Action: '*', Resource: '*', Condition };
  const text = JSON.stringify({ Version: '2012-10-17', Statement: statement });
  const file = readDocument(text, { chosen: { type: 'identity' } });
  const findings = checkFile(file, testCatalog(), { trustedAccounts: [] });
  return findings.some(({ code }) => code === 'RISK_STATEMENT_NEVER_APPLIES');
}

const region = 'aws:RequestedRegion';
const tag = 'aws:PrincipalTag/team';
const time = 'aws:CurrentTime';
const age = 'aws:MultiFactorAuthAge';

describe('contradictions', () => {
  test.each([
    { StringEquals: { [region]: 'eu-west-1' }, StringEqualsIgnoreCase: { [region]: 'EU-WEST-2' } },
    { StringEquals: { [region]: 'eu-west-1' }, StringLikeIfExists: { [region]: 'us-*' } },
    { StringLike: { [region]: ['eu-*', 'ap-*'] }, StringNotLike: { [region]: ['*-*'] } },
    { StringEquals: { [tag]: 'a' }, StringNotEqualsIgnoreCase: { [tag]: ['A', 'b'] } },
    {
      ArnEquals: { 'aws:SourceArn': 'arn:aws:sns:us-east-1:111122223333:a' },
      ArnLike: { 'aws:SourceArn': 'arn:aws:sqs:*:*:*' },
    },
    { NumericLessThan: { [age]: '300' }, NumericGreaterThanEquals: { [age]: 300 } },
    { NumericEquals: { [age]: ['1', '2'] }, NumericGreaterThan: { [age]: '2' } },
    {
      DateGreaterThan: { [time]: '2026-02-01T00:00:00Z' },
      DateLessThan: { [time]: '2026-01-01T00:00:00Z' },
    },
    { DateEquals: { [time]: '2026-02-01T00:00:00Z' }, DateLessThan: { [time]: '2026-02-01T00:00:00Z' } },
    { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' }, NotIpAddress: { 'aws:SourceIp': ['192.0.2.0/24'] } },
    { Null: { [tag]: true }, StringNotEquals: { [region]: 'a' }, StringLike: { [tag.toUpperCase()]: '?' } },
  ])('%j', (condition) => {
    expect(neverApplies(condition)).toBe(true);
  });
});

describe('no contradictions', () => {
  test.each([
    { StringEquals: { [region]: ['eu-west-1', 'us-east-1'] }, StringLike: { [region]: 'us-*' } },
    { StringEqualsIfExists: { [region]: 'eu-west-1' }, StringLikeIfExists: { [region]: 'us-*' } },
    { StringEquals: { [tag]: 'a' }, StringLike: { [tag]: '${aws:username}' } },
    { StringEqualsIgnoreCase: { [tag]: 'a' }, StringNotEquals: { [tag]: 'a' } },
    { StringLike: { [tag]: 'a*' }, StringNotEquals: { [tag]: 'a*' } },
    {
      'ForAnyValue:StringEquals': { 'aws:TagKeys': 'a' },
      'ForAllValues:StringEquals': { 'aws:TagKeys': 'b' },
    },
    { NumericLessThan: { [age]: '300' }, NumericGreaterThan: { [age]: '200' } },
    { NumericLessThan: { [age]: ['100', '300'] }, NumericGreaterThan: { [age]: '200' } },
    { DateGreaterThan: { [time]: 'soon' }, DateLessThan: { [time]: '2026-01-01T00:00:00Z' } },
    { DateGreaterThan: { [time]: '2026-01-01T00:00:00Z' }, DateLessThan: { [time]: '2026-02-01T00:00:00Z' } },
    { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' }, NotIpAddress: { 'aws:SourceIp': '192.0.2.1/32' } },
    { Null: { [tag]: 'true' }, StringNotEquals: { [tag]: 'a' } },
    { Null: { [tag]: 'false' }, StringEquals: { [tag]: 'a' } },
    { Null: { [tag]: 'true' }, StringEqualsIfExists: { [tag]: 'a' } },
  ])('%j', (condition) => {
    expect(neverApplies(condition)).toBe(false);
  });
});
