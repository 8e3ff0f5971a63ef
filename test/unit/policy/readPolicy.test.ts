import { describe, expect, test } from 'vitest';
import type { PolicyDocument, Statement } from '../../../server/src/policy/model.ts';
import { readDocument } from '../../../server/src/policy/readDocument.ts';
import { literalOf, type Node } from '../../../server/src/syntax/node.ts';

function read(text: string): PolicyDocument {
  const [first] = readDocument(text, { chosen: { type: 'resource' } }).policies;
  if (first === undefined) throw new Error(`No policy in ${text}`);
  return first.policy;
}

function statement(text: string): Statement {
  const [first] = read(`{ "Version": "2012-10-17", "Statement": [${text}] }`).statements;
  if (first === undefined) throw new Error(`No statement in ${text}`);
  return first;
}

function texts(nodes: readonly Node[] | undefined): (string | undefined)[] | undefined {
  return nodes?.map(literalOf);
}

test.each([
  ['a list', '{ "Statement": [{ "Effect": "Allow" }, { "Effect": "Deny" }] }', ['Allow', 'Deny']],
  ['one statement', '{ "Statement": { "Effect": "Allow" } }', ['Allow']],
  ['a list with other things', '{ "Statement": [1, null, { "Effect": "Deny" }, "x"] }', ['Deny']],
  ['no statement', '{ "Version": "2012-10-17" }', []],
  ['a statement of another shape', '{ "Version": "2012-10-17", "Statement": "x" }', []],
  ['a statement to be typed', '{ "Version": "2012-10-17", "Statement": }', []],
])('statements of %s', (_, text, effects) => {
  expect(read(text).statements.map(({ effect }) => effect?.allows)).toEqual(effects);
});

test('a statement alone is a policy without elements of its own', () => {
  const policy = read('{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }');
  expect(policy.level).toBe('statement');
  expect([policy.version, policy.id, policy.statement]).toEqual([undefined, undefined, undefined]);
  expect(policy.statements).toHaveLength(1);
});

describe('keys', () => {
  test('are read in any letter case', () => {
    const { effect, action, resource } = statement(
      '{ "EFFECT": "deny", "notaction": "a:b", "Notresource": ["c"] }',
    );
    expect(effect?.allows).toBe('Deny');
    expect([action?.name, texts(action?.entries)]).toEqual(['NotAction', ['a:b']]);
    expect([resource?.name, texts(resource?.entries)]).toEqual(['NotResource', ['c']]);
  });

  test.each([
    ['the last', '{ "Effect": "Allow", "Effect": "Deny" }', 'Deny'],
    ['the exactly spelt, first', '{ "Effect": "Allow", "effect": "Deny" }', 'Allow'],
    ['the exactly spelt, last', '{ "effect": "Deny", "Effect": "Allow" }', 'Allow'],
    ['the last of misspelt ones', '{ "effect": "Allow", "EFFECT": "Deny" }', 'Deny'],
  ])('of several for one element %s is read', (_, text, allows) => {
    expect(statement(text).effect?.allows).toBe(allows);
  });

  test.each(['__proto__', 'constructor'])('called %s are no elements', (name) => {
    expect(statement(`{ "${name}": "x", "Effect": "Allow" }`).effect?.allows).toBe('Allow');
  });
});

describe('principals', () => {
  test.each([
    ['"*"', true, []],
    ['"arn:aws:iam::111122223333:root"', false, []],
    ['{ "AWS": "*" }', false, ['AWS *']],
    [
      '{ "AWS": ["111122223333", "*"], "Service": "ec2.amazonaws.com" }',
      false,
      ['AWS 111122223333', 'AWS *', 'Service ec2.amazonaws.com'],
    ],
    ['{ "federated": "accounts.google.com" }', false, ['Federated accounts.google.com']],
    ['{ "Role": "x" }', false, ['undefined x']],
    ['{ "AWS": [1, {}, "a"], "Service": }', false, ['AWS a']],
    ['["*"]', false, []],
  ])('%s', (text, everyone, entries) => {
    const { principal } = statement(`{ "Effect": "Allow", "Principal": ${text} }`);
    expect(principal?.name).toBe('Principal');
    expect(principal?.everyone).toBe(everyone);
    expect(principal?.entries.map(({ type, node }) => `${type} ${literalOf(node)}`)).toEqual(entries);
  });

  test('NotPrincipal is told from Principal', () => {
    expect(statement('{ "Effect": "Deny", "NotPrincipal": "*" }').principal?.name).toBe('NotPrincipal');
  });
});

describe('conditions', () => {
  test('have operators, keys and values', () => {
    const { condition } = statement(`{ "Effect": "Allow", "Condition": {
      "ForAnyValue:stringlikeifexists": { "aws:TagKeys": ["a", 1, true] },
      "StringLikes": { "aws:RequestedRegion": "eu-west-1", "aws:SourceIp": [] } } }`);
    const [known, unknown] = condition?.operators ?? [];
    expect([known?.operator?.name, known?.operator?.set, known?.operator?.ifExists]).toEqual([
      'StringLike',
      'ForAnyValue',
      true,
    ]);
    const [tags] = known?.conditions ?? [];
    expect(tags?.values.map(({ kind }) => kind)).toEqual(['string', 'number', 'boolean']);
    expect(tags?.list).toBeDefined();
    expect(tags?.block).toBe(known);
    expect(unknown?.operator).toBeUndefined();
    expect(unknown?.conditions.map(({ values, list }) => [values.length, list !== undefined])).toEqual([
      [1, false],
      [0, true],
    ]);
  });

  test.each(['', '5', '[]', '{ "Bool": }', '{ "Bool": "x" }', '{ "Bool": { "a:b": } }'])(
    '%j is read without them',
    (text) => {
      const { condition } = statement(`{ "Effect": "Allow", "Condition": ${text} }`);
      expect(condition).toBeDefined();
      for (const { conditions } of condition?.operators ?? []) {
        expect(conditions.flatMap(({ values }) => values)).toEqual([]);
      }
    },
  );
});
