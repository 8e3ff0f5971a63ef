import { describe, expect, it } from 'vitest';
import { sameDocument } from '../../../../client/src/roles/sameDocument.ts';

function document(statement: object): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statement });
}

const base = {
  Effect: 'Allow',
  Principal: { AWS: '123456789012' },
  Action: ['sts:AssumeRole', 'sts:TagSession'],
  Condition: { StringEquals: { 'sts:ExternalId': ['a', 'b'] } },
};

describe('Documents are the same', () => {
  it.each([
    ['however they are laid out', JSON.stringify(JSON.parse(document(base)), undefined, 4)],
    ['in any order of keys', document(Object.fromEntries(Object.entries(base).reverse()))],
    ['in any order of lists', document({ ...base, Action: ['sts:TagSession', 'sts:AssumeRole'] })],
    ['with a list of one statement', document([base])],
    ['with actions in any case', document({ ...base, Action: ['sts:assumerole', 'STS:TagSession'] })],
    [
      'with an account as IAM stores it',
      document({ ...base, Principal: { AWS: ['arn:aws:iam::123456789012:root'] } }),
    ],
    [
      'with names of conditions in any case',
      document({ ...base, Condition: { stringequals: { 'STS:externalid': ['b', 'a'] } } }),
    ],
  ])('%s', (_how, other) => {
    expect(sameDocument(document(base), other)).toBe(true);
  });
});

describe('Documents differ', () => {
  it.each([
    ['in a value', document({ ...base, Effect: 'Deny' })],
    [
      'in the case of a value',
      document({ ...base, Condition: { StringEquals: { 'sts:ExternalId': ['A', 'b'] } } }),
    ],
    ['in a value less', document({ ...base, Action: 'sts:AssumeRole' })],
    ['in an element more', document({ ...base, Sid: 'x' })],
    ['in the version', document(base).replace('2012', '2008')],
    ['where one cannot be read', '{'],
  ])('%s', (_how, other) => {
    expect(sameDocument(document(base), other)).toBe(false);
  });

  it('as texts where neither can be read', () => {
    expect(sameDocument('{', '{ ')).toBe(true);
    expect(sameDocument('{', '}')).toBe(false);
  });
});
