import { posix, win32 } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNames, isInFolder } from '../../../../../client/src/roles/folder/fileNames.ts';

describe('names of files for policies', () => {
  it('are the policies’ own where these are harmless', () => {
    expect(fileNames(['read-orders', 'a+b=c,d.e@f_g'])).toEqual(['read-orders.json', 'a+b=c,d.e@f_g.json']);
  });

  it.each([
    ['../../etc/passwd', '__.._etc_passwd.json'],
    ['..', '_.json'],
    ['.hidden', '_hidden.json'],
    ['C:\\Windows', 'C_Windows.json'],
    ['con', '_con.json'],
    ['NUL.txt', '_NUL.txt.json'],
    ['', '_.json'],
    ['\u202Eevil\u0000', '_evil_.json'],
    ['x'.repeat(500), `${'x'.repeat(100)}.json`],
  ])('of %j is %s', (name, file) => {
    expect(fileNames([name])).toEqual([file]);
  });

  it('differ on systems that take no note of case', () => {
    expect(fileNames(['Read', 'read', 'read-2', 'a/b', 'a:b'])).toEqual([
      'Read.json',
      'read-2.json',
      'read-2-2.json',
      'a_b.json',
      'a_b-2.json',
    ]);
  });

  it('stay in their folder, whatever the policies are called', () => {
    const names = fc.array(fc.string({ unit: 'binary' }), { maxLength: 6 });
    fc.assert(
      fc.property(names, (all) => {
        const files = fileNames(all);
        expect(new Set(files.map((file) => file.toLowerCase())).size).toBe(all.length);
        for (const file of files) {
          expect(isInFolder(`inline-policies/${file}`)).toBe(true);
          expect(posix.basename(file)).toBe(file);
          expect(win32.basename(file)).toBe(file);
        }
      }),
    );
  });
});

describe('paths of a manifest', () => {
  it.each([
    '../outside.json',
    'a/../../b.json',
    '/etc/passwd',
    'C:/x.json',
    'a\\b.json',
    './a.json',
    'a//b.json',
    '.ssh/id',
    '',
    'nul',
    'a/con.json',
    'a\u0000.json',
  ])('%j leads nowhere', (path) => {
    expect(isInFolder(path)).toBe(false);
  });

  it.each(['trust-policy.json', 'inline-policies/my policy.json'])('%j is in the folder', (path) => {
    expect(isInFolder(path)).toBe(true);
  });
});
