import { describe, expect, it } from 'vitest';
import { matchesGlob, namedFile } from '../../../server/src/policy/glob.ts';

describe('a glob', () => {
  it.each([
    ['*.json', 'a.json'],
    ['*.json', 'deep/er/a.json'],
    ['./*.json', 'a.json'],
    ['/a.json', 'a.json'],
    ['a/*.json', './a/b.json'],
    ['a/**', 'a/b/c.json'],
    ['**/c.json', 'c.json'],
    ['**/c.json', 'a/b/c.json'],
    ['a/**/c.json', 'a/c.json'],
    ['a/**/b/**/c', 'a/b/x/b/y/c'],
    ['**', 'a/b'],
    ['a?c', 'abc'],
    ['?', '😀'],
    ['a*c*e', 'abcde'],
    ['*a*', 'a'],
    ['x.{trust,role}.json', 'x.role.json'],
    ['{a,b/{c,d}}/*', 'b/d/x'],
    ['a{,b}', 'a'],
    ['a{b', 'a{b'],
    ['a}b{c,d}', 'a}bd'],
    ['a+(b).[c]', 'a+(b).[c]'],
  ])('%s matches %s', (glob, path) => {
    expect(matchesGlob(glob, path)).toBe(true);
  });

  it.each([
    ['*.json', 'a.jsonc'],
    ['*.json', 'A.JSON'],
    ['./*.json', 'a/b.json'],
    ['a/*.json', 'a/b/c.json'],
    ['a/*', 'a'],
    ['a/**/c', 'a/bc'],
    ['a?c', 'a/c'],
    ['a?c', 'ac'],
    ['x.{trust,role}.json', 'x.json'],
    ['', 'a'],
    ['a.c', 'abc'],
  ])('%s does not match %s', (glob, path) => {
    expect(matchesGlob(glob, path)).toBe(false);
  });

  it('full of stars is decided without trying every way to match', () => {
    const name = 'a'.repeat(2000);
    expect(matchesGlob(`${'*a'.repeat(200)}b`, name)).toBe(false);
    expect(matchesGlob(`${'**/'.repeat(200)}b`, `${'a/'.repeat(500)}c`)).toBe(false);
    expect(matchesGlob('{a,b}'.repeat(200), name)).toBe(false);
  });
});

it.each([
  ['./a.json', 'a.json'],
  ['roles/a.json', 'roles/a.json'],
  ['a.json', undefined],
  ['roles/*.json', undefined],
  ['roles/{a,b}.json', undefined],
])('%s names %s', (glob, path) => {
  expect(namedFile(glob)).toBe(path);
});
