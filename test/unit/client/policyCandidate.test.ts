import { expect, test } from 'vitest';
import { isBarelyBegun } from '../../../client/src/documents/policyCandidate.ts';
import { mayHoldPolicy } from '../../../server/src/protocol.ts';

test.each([
  ['a policy', '{"Version":"2012-10-17","Statement":[]}'],
  ['a policy with no Version', '{ "statement" : {} }'],
  ['a statement', '{ "Effect": "Allow" }'],
  ['an answer of the AWS CLI', '{"Role":{"AssumeRolePolicyDocument":{}}}'],
  ['a policy in a string', '{"Policy":"{\\"Statement\\":[]}"}'],
  ['a policy in a string in a string', '{"a":"{\\"b\\":\\"{\\\\\\"Effect\\\\\\":1}\\"}"}'],
  ['a role’s list of managed policies', '{"Properties":{"ManagedPolicyArns":[]}}'],
  ['the older version', '{ "Version": "2008-10-17"'],
])('a policy can stand in %s', (_, text) => {
  expect(mayHoldPolicy(text)).toBe(true);
});

test.each([
  ['a package manifest', '{ "name": "a", "version": "1.0.0", "effects": "none" }'],
  ['an empty document', ''],
  ['a word in a sentence', '{ "description": "the effect of a statement" }'],
])('no policy stands in %s', (_, text) => {
  expect(mayHoldPolicy(text)).toBe(false);
});

test.each(['', '{', '{}', '[{', '{\n  "Ver', '{ "" }', '{\n  "Statement"\n}'])(
  '%j is barely begun',
  (text) => {
    expect(isBarelyBegun(text)).toBe(true);
  },
);

test.each(['{ "name": "a" }', '[1', '"text that is longer than any key"'])('%j is not', (text) => {
  expect(isBarelyBegun(text)).toBe(false);
});
