import { spawn } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { clean, commandLine, trust, wrong } from './commandLine.ts';

const { cli, folder, write, run, codes } = commandLine();

describe('the exit status', () => {
  test('is 0 without findings', async () => {
    write('a.json', clean);
    expect(await run(['check', 'a.json'])).toEqual({
      status: 0,
      out: 'No findings: 1 policy in 1 file.\n',
      err: '',
    });
  });

  test('is 1 with one', async () => {
    write('a.json', wrong);
    const { status, out, err } = await run(['check', 'a.json']);
    expect([status, err]).toEqual([1, '']);
    expect(out).toMatch(/^a\.json:4:\d+: ERROR INVALID_ACTION: .* \(at Statement\[0\]\.Action\)\n1 finding/);
  });

  test('follows --fail-on', async () => {
    write('a.json', wrong);
    write('b.json', clean.replace('"Version": "2012-10-17",', ''));
    const status = async (level: string, path: string) =>
      (await run(['check', '--fail-on', level, path])).status;
    expect(await status('never', 'a.json')).toBe(0);
    expect(await status('ERROR', 'a.json')).toBe(1);
    expect(await status('SECURITY_WARNING', 'b.json')).toBe(0);
    expect(await status('WARNING', 'b.json')).toBe(1);
  });

  test('is 2 for a wrong call, with the usage', async () => {
    const { status, out, err } = await run(['check']);
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(/^iam-roles: name at least one file.*\n\nUsage: iam-roles check /);
  });

  test('is 0 for help', async () => {
    expect(await run(['--help'])).toMatchObject({
      status: 0,
      err: '',
      out: expect.stringMatching(/^Usage: /),
    });
  });

  test('is 0 for the version, which is that of the package', async () => {
    expect(await run(['--version'])).toEqual({
      status: 0,
      err: '',
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });

  test('is 2 for an unreadable file, and the others are still checked', async () => {
    write('a.json', wrong);
    symlinkSync('loop.json', join(folder(), 'loop.json'));
    const { status, out, err } = await run(['check', 'none.json', 'loop.json', 'a.json']);
    expect(status).toBe(2);
    expect(err).toBe(
      'iam-roles: none.json: There is no such file or folder.\n' +
        'iam-roles: loop.json: Its symbolic links lead in a circle.\n',
    );
    expect(out).toContain('a.json:4:');
  });

  test('is 2 without the catalog', async () => {
    const copy = join(folder(), 'cli.js');
    symlinkSync(cli, copy);
    const child = spawn(process.execPath, ['--preserve-symlinks-main', copy, 'check', folder()]);
    let err = '';
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    const status = await new Promise((settle) => child.on('close', settle));
    expect([status, err]).toEqual([2, expect.stringMatching(/^iam-roles: The catalog .*npm run build.*\n$/)]);
  });
});

test('JSON output tells file, code, severity, message, path, range and related places', async () => {
  write('a.json', wrong);
  const { out } = await run(['check', '--format', 'json', 'a.json', '-'], clean);
  expect(JSON.parse(out)).toEqual({
    findings: [
      {
        file: 'a.json',
        code: 'INVALID_ACTION',
        severity: 'ERROR',
        message: expect.stringContaining('s3:GetObject'),
        path: ['Statement', 0, 'Action'],
        range: { start: { line: 3, character: 35 }, end: { line: 3, character: 49 } },
        related: [],
      },
    ],
    files: 2,
  });
});

describe('folders', () => {
  test('are searched for .json and .jsonc files, each folder once', async () => {
    write('b.json', wrong);
    write('a/c.JSON', wrong);
    write('a/d.jsonc', `// read only\n${wrong}`);
    write('a/e.txt', wrong);
    write('node_modules/x/f.json', wrong);
    write('iam-roles.config.json', '{}');
    symlinkSync('..', join(folder(), 'a/up'));
    symlinkSync('circle', join(folder(), 'circle'));
    expect(await codes(['.'])).toEqual([
      'a/c.JSON INVALID_ACTION',
      'a/d.jsonc INVALID_ACTION',
      'b.json INVALID_ACTION',
    ]);
  });

  test('may hold files of any kind', async () => {
    write('broken.json', 'not JSON');
    write('empty.json', '');
    write('package.json', '{"name":"a","version":"1.0.0"}');
    expect(await run(['check', folder()])).toMatchObject({
      status: 0,
      out: 'No policy was found in 3 files.\n',
    });
    write('binary.json', Buffer.from([0x89, 0x50, 0, 1]));
    expect(await run(['check', '.'])).toMatchObject({
      status: 2,
      err: 'iam-roles: binary.json: It is a binary file, not JSON text.\n',
    });
  });
});

describe('a file without a policy', () => {
  test('is said to have none', async () => {
    write('package.json', '{"name":"a","version":"1.0.0"}');
    write('empty.json', '');
    expect(await run(['check', 'package.json', 'empty.json'])).toEqual({
      status: 0,
      out: 'package.json: No policy was found.\nempty.json: No policy was found.\nNo policy was found in 2 files.\n',
      err: '',
    });
  });

  test('cannot be read when it is named and no JSON', async () => {
    write('role.yaml', 'Version: "2012-10-17"\nStatement: []\n');
    expect(await run(['check', 'role.yaml'])).toMatchObject({
      status: 2,
      err: 'iam-roles: role.yaml: It is not JSON, and policies are JSON documents.\n',
    });
  });

  test.each(['', '[1]', '"text"', 'Version: x'])('is an error where a type is given: %j', async (text) => {
    expect(await codes(['--type', 'trust', '-'], text)).toEqual(['- JSON_SYNTAX_ERROR']);
  });
});

describe('the type', () => {
  test('is told from the content', async () => {
    expect(await codes(['-'], trust)).toEqual([]);
  });

  test('is the one given', async () => {
    expect(await codes(['--type', 'identity', '-'], trust)).not.toEqual([]);
  });

  test('is the settings file’s, whose globs start at its folder', async () => {
    write('iam-roles.config.json', '\ufeff{"policies":[{"files":"sub/*.json","type":"identity"}]}');
    write('sub/a.json', trust);
    write('a.json', trust);
    expect(await codes(['a.json'])).toEqual([]);
    expect(await codes(['sub/a.json'])).not.toEqual([]);
    expect(await codes([join(folder(), 'sub')])).not.toEqual([]);
  });

  test('a mistake in the settings file is told', async () => {
    write('iam-roles.config.json', '{"policys":[]}');
    write('a.json', clean);
    const { status, err } = await run(['check', 'a.json']);
    expect([status, err]).toEqual([
      2,
      expect.stringMatching(/^iam-roles: .*iam-roles\.config\.json:1:2: .*policys/),
    ]);
  });
});

describe('text', () => {
  test.each<[string, string | Buffer]>([
    ['with a byte order mark', `\ufeff${wrong}`],
    ['with Windows line ends', wrong.replaceAll('\n', '\r\n')],
    ['in UTF-16', Buffer.from(`\ufeff${wrong}`, 'utf16le')],
  ])('%s has the same places', async (_, content) => {
    const { out } = await run(['check', '--format', 'json', '-'], content);
    expect(JSON.parse(out).findings[0].range.start).toEqual({ line: 3, character: 35 });
  });

  test('of 20 MB is read', async () => {
    const text = clean.replace('"s3:GetObject"', `"s3:GetObjekt"${' '.repeat(20_000_000)}`);
    expect(await codes(['-'], text)).toEqual(['- INVALID_ACTION']);
  });

  test('of 20 MB without a policy is read', async () => {
    write('big.json', `[${'{"name":"value"},'.repeat(1_200_000)}{}]`);
    expect((await run(['check', 'big.json'])).status).toBe(0);
  });

  test('nested deeply is read', async () => {
    const deep = `{"Statement":[{"Effect":"Allow","Action":${'['.repeat(100_000)}`;
    expect((await run(['check', '-'], deep)).status).toBe(1);
  });

  test('with lone surrogates is printed', async () => {
    expect(await codes(['-'], clean.replace('s3:GetObject', 's3:\\ud800'))).toEqual(['- INVALID_ACTION']);
  });
});

describe('pipes', () => {
  test('closed by their reader are no failure', async () => {
    write(
      'a.json',
      `{"Statement":[${Array(3000).fill('{"Effect":"Allow","Action":"s3:X","Resource":"*"}').join()}]}`,
    );
    expect(await run(['check', 'a.json'], '', false)).toEqual({ status: 1, out: '', err: '' });
  });

  test('that do not block can be standard input', async () => {
    const child = spawn('sh', ['-c', '(sleep 0.3; cat a.json) | "$0" "$1" check -', process.execPath, cli], {
      cwd: folder(),
    });
    write('a.json', wrong);
    const status = await new Promise((settle) => child.on('close', settle));
    expect(status).toBe(1);
  });
});
