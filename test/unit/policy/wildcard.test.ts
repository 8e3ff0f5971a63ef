import { describe, expect, test } from 'vitest';
import {
  hasWildcard,
  includesPattern,
  matchesPattern,
  patternsOverlap,
} from '../../../server/src/policy/wildcard.ts';

describe('a pattern', () => {
  test.each([
    ['s3:GetObject', 's3:GetObject'],
    ['s3:GetObject', 's3:Get*'],
    ['s3:GetObject', '*'],
    ['s3:GetObject', 's3:*Object'],
    ['s3:GetObject', 's3:?etObject'],
    ['aXbXc', 'a*b*c'],
    ['abab', '*ab'],
    ['', '*'],
    ['', ''],
    ['a*', 'a?'],
  ])('%j matches %j', (text, pattern) => {
    expect(matchesPattern(text, pattern)).toBe(true);
  });

  test.each([
    ['s3:GetObject', 's3:getobject'],
    ['s3:GetObject', 's3:GetObjects'],
    ['s3:GetObject', 's3:Get'],
    ['', '?'],
    ['abac', '*ab'],
    ['a.c', 'a\\.c'],
  ])('%j does not match %j', (text, pattern) => {
    expect(matchesPattern(text, pattern)).toBe(false);
  });

  test.each([
    ['*', 's3:*'],
    ['s3:*', 's3:Get*'],
    ['s3:Get*', 's3:Get?bject'],
    ['*:*', 's3:*'],
    ['a**', 'a*'],
    ['a?', 'a?'],
  ])('%j includes %j', (outer, inner) => {
    expect(includesPattern(outer, inner)).toBe(true);
  });

  test.each([
    ['s3:Get*', 's3:*'],
    ['s3:Get?', 's3:Get*'],
    ['s3:GetObject', 's3:Get?bject'],
    ['a*b', 'a*'],
  ])('%j does not include %j', (outer, inner) => {
    expect(includesPattern(outer, inner)).toBe(false);
  });

  test.each([
    ['s3:Get*', 's3:*Object', true],
    ['s3:Get*', 's3:Put*', false],
    ['a?', '?b', true],
    ['😀*', '*😀', true],
    ['', '**', true],
    ['', '?', false],
  ])('whether %j overlaps %j: %s', (one, other, expected) => {
    expect(patternsOverlap(one, other)).toBe(expected);
    expect(patternsOverlap(other, one)).toBe(expected);
  });

  test('has wildcards or none', () => {
    expect(['a*', 'a?', 'a'].map(hasWildcard)).toEqual([true, true, false]);
  });
});
