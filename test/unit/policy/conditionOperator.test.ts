import { describe, expect, test } from 'vitest';
import { familiesFor, operatorRules, parseOperator } from '../../../server/src/policy/conditionOperator.ts';

describe('a condition operator', () => {
  test('is one of 27, each read by its own name', () => {
    expect(operatorRules).toHaveLength(27);
    for (const rule of operatorRules)
      expect(parseOperator(rule.name)).toEqual({ ...rule, set: undefined, ifExists: false });
  });

  test.each([
    ['stringequals', { name: 'StringEquals', set: undefined, ifExists: false }],
    ['StringLikeIfExists', { name: 'StringLike', set: undefined, ifExists: true }],
    ['ForAnyValue:ArnLikeIfExists', { name: 'ArnLike', set: 'ForAnyValue', ifExists: true }],
    ['FORALLVALUES:bool', { name: 'Bool', set: 'ForAllValues', ifExists: false }],
  ])('%s is read', (text, expected) => {
    expect(parseOperator(text)).toMatchObject(expected);
  });

  test.each([
    '',
    'StringEqual',
    'ForSome:Bool',
    'ForAnyValue:',
    ':Bool',
    'IfExists',
    'BoolIfExistsIfExists',
    ' Bool',
  ])('%j is none', (text) => {
    expect(parseOperator(text)).toBeUndefined();
  });

  test('is negated as its name says', () => {
    expect(operatorRules.filter(({ negated }) => negated).map(({ name }) => name)).toEqual(
      operatorRules.map(({ name }) => name).filter((name) => name.includes('Not')),
    );
  });

  test('matches wildcards in the Like and Arn operators alone', () => {
    expect(operatorRules.filter(({ wildcards }) => wildcards).map(({ name }) => name)).toEqual([
      ...['StringLike', 'StringNotLike', 'ArnEquals', 'ArnLike', 'ArnNotEquals', 'ArnNotLike'],
    ]);
  });

  test('suits each type of key', () => {
    const known = new Set(operatorRules.map(({ family }) => family));
    for (const family of Object.values(familiesFor).flat()) expect(known).toContain(family);
  });
});
