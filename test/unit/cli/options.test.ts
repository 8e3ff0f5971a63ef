import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { clean, commandLine, trust, wrong } from './commandLine.ts';

const { folder, write, read, run, codes } = commandLine();
const smallLetters = clean.replace('"Allow"', '"allow"');

describe('--fix', () => {
  test('mends the files, says what, and reports the rest', async () => {
    write('a.json', smallLetters);
    write('b.json', wrong);
    const { status, out, err } = await run(['check', '--fix', '.']);
    expect(read('a.json')).toBe(clean);
    expect(read('b.json')).toBe(wrong);
    expect(err).toBe('iam-roles: a.json: mended INVALID_EFFECT.\n');
    expect([status, out]).toEqual([1, expect.stringMatching(/^b\.json:4:36: ERROR INVALID_ACTION/)]);
  });

  test('keeps the encoding', async () => {
    write('a.json', Buffer.from(`\ufeff${smallLetters}`, 'utf16le'));
    write('b.json', `\ufeff${smallLetters.replaceAll('\n', '\r\n')}`);
    await run(['check', '--fix', 'a.json', 'b.json']);
    expect(readFileSync(join(folder(), 'a.json'), 'utf16le')).toBe(`\ufeff${clean}`);
    expect(read('b.json')).toBe(`\ufeff${clean.replaceAll('\n', '\r\n')}`);
  });

  test('leaves alone what is suppressed', async () => {
    write('a.json', smallLetters);
    write(
      'iam-roles.config.json',
      JSON.stringify({ suppressions: [{ code: 'INVALID_EFFECT', reason: 'A test.' }] }),
    );
    expect(await run(['check', '--fix', 'a.json'])).toMatchObject({ status: 0, err: '' });
    expect(read('a.json')).toBe(smallLetters);
  });

  test.each([
    [['check', '--fix', 'a.json']],
    [['check', '--fix', '--config', 'iam-roles.config.json', 'a.json']],
  ])('leaves all alone where the settings file cannot be read: %j', async (words) => {
    write('a.json', smallLetters);
    write('iam-roles.config.json', '{ "suppressions": ');
    expect(await run(words)).toMatchObject({
      status: 2,
      err: expect.stringContaining('iam-roles.config.json:1:'),
    });
    expect(read('a.json')).toBe(smallLetters);
  });
});

describe('--baseline', () => {
  test('leaves what is known, wherever it moved, and as often as it was', async () => {
    write('a.json', wrong);
    write('old.json', (await run(['check', '--format', 'json', 'a.json'])).out);
    write('a.json', `\n\n${wrong}`);
    expect(await run(['check', '--baseline', 'old.json', './a.json'])).toMatchObject({ status: 0 });
    write('a.json', wrong.replace('"s3:GetObjekt"', '["s3:GetObjekt", "s3:PutObjekt"]'));
    const { status, out } = await run(['check', '--baseline', 'old.json', 'a.json']);
    expect([status, out]).toEqual([1, expect.stringMatching(/^a\.json:4:53: ERROR .*\n1 finding /)]);
    const [statement = ''] = /\{ "Effect".*\}/.exec(wrong) ?? [];
    write('a.json', wrong.replace(statement, `${statement}, ${statement}`));
    expect(await codes(['--baseline', 'old.json', 'a.json'])).toContain('a.json INVALID_ACTION');
    write('b.json', wrong);
    expect(await codes(['--baseline', 'old.json', 'b.json'])).toEqual(['b.json INVALID_ACTION']);
  });

  test.each([
    ['none.json', undefined, 'There is no such file or folder.'],
    ['text.json', 'no JSON', 'JSON'],
    ['other.json', '{"findings":[{}]}', 'It is no report: write one with iam-roles check --format json.'],
  ])('that cannot be read is told: %s', async (path, content, message) => {
    write('a.json', clean);
    if (content !== undefined) write(path, content);
    const { status, err } = await run(['check', '--baseline', path, 'a.json']);
    expect([status, err]).toEqual([2, expect.stringContaining(message)]);
    expect(err).toContain(`iam-roles: ${path}: `);
  });
});

describe('globs', () => {
  test('name files as they do for a shell', async () => {
    write('a.json', wrong);
    write('roles/b.json', wrong);
    write('roles/deep/c.policy', wrong);
    write('roles/iam-roles.config.json', '{}');
    expect(await codes(['*.json'])).toEqual(['a.json INVALID_ACTION']);
    expect(await codes(['roles/**/*.{json,policy}'])).toEqual([
      'roles/b.json INVALID_ACTION',
      'roles/deep/c.policy INVALID_ACTION',
    ]);
    expect(await codes([`${folder()}/r*/?.json`])).toEqual([`${folder()}/roles/b.json INVALID_ACTION`]);
  });

  test('that match nothing are told', async () => {
    expect(await run(['check', 'none/*.json', '*.json'])).toMatchObject({
      status: 2,
      err: 'iam-roles: none: There is no such file or folder.\niam-roles: *.json: It matches no file.\n',
    });
  });

  test('may be the names of files', async () => {
    write('{a}.json', wrong);
    expect(await codes(['{a}.json'])).toEqual(['{a}.json INVALID_ACTION']);
  });
});

test('--stdin-filename gives standard input a name, its type and its settings', async () => {
  write('iam-roles.config.json', '{"policies":[{"files":"roles/*.json","type":"identity"}]}');
  write('roles/other.json', clean);
  expect(await codes(['-'], trust)).toEqual([]);
  const found = await codes(['--stdin-filename', 'roles/a.json', '-'], trust);
  expect(found).toContain('roles/a.json UNSUPPORTED_PRINCIPAL');
});

describe('explain', () => {
  test('prints the page of a check', async () => {
    const { status, out, err } = await run(['explain', 'invalid_action']);
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(/^INVALID_ACTION\n\nERROR in .*\n\n[A-Z].*\n\nWhy: .*\n\nWhat to do: /);
    expect(out).toMatch(/\(https:\/\/docs\.aws\.amazon\.com\S+invalid-action\)\.\n/);
    expect(out).toMatch(/\n\nEXAMPLE\n\nIdentity-based policy:\n\n {2}\{\n/);
    expect(out).toMatch(/ is marked:\n\n {2}> .*\n\nAfter the quick fix “Change to s3:GetObject”:\n/);
  });

  test('knows the code of the settings file', async () => {
    expect((await run(['explain', 'UNUSED_SUPPRESSION'])).out).toMatch(
      /^UNUSED_SUPPRESSION\n\nWARNING in the settings file/,
    );
  });

  test('says which code may have been meant', async () => {
    expect(await run(['explain', 'INVALID_ACTON'])).toEqual({
      status: 2,
      out: '',
      err: 'iam-roles: There is no check "INVALID_ACTON"; did you mean "INVALID_ACTION"?\n',
    });
  });
});
