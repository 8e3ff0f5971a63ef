import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { inRepository } from '../../scripts/repository.mts';
import { formats, parseArguments } from '../../server/src/cli/arguments.ts';
import { textOf } from './projectFiles.ts';

const place = mkdtempSync(join(tmpdir(), 'iam-roles-integrations-'));
let root = '';
let count = 0;
beforeEach(() => {
  root = join(place, String(count++));
  for (const folder of ['scripts', 'dist', 'caller']) mkdirSync(join(root, folder), { recursive: true });
});
afterAll(() => rmSync(place, { recursive: true }));

/** Prints the words and the folder it was called with, and ends with status 1. */
const echo = `console.log(JSON.stringify({ words: process.argv.slice(2), folder: process.cwd() })); process.exitCode = 1;`;

describe('scripts/iamRoles.mjs', () => {
  function launch(): { readonly status: number | null; readonly out: string } {
    copyFileSync(inRepository('scripts/iamRoles.mjs'), join(root, 'scripts/iamRoles.mjs'));
    const words = [join(root, 'scripts/iamRoles.mjs'), 'check', 'a b.json'];
    const { status, stdout } = spawnSync(process.execPath, words, { cwd: join(root, 'caller') });
    return { status, out: String(stdout) };
  }
  const called = () => `${JSON.stringify({ words: ['check', 'a b.json'], folder: join(root, 'caller') })}\n`;

  it('runs what is built, where it was called, and ends as it does', () => {
    writeFileSync(join(root, 'dist/cli.js'), echo);
    writeFileSync(join(root, 'dist/catalog.data'), '');
    expect(launch()).toEqual({ status: 1, out: called() });
  });

  it('builds first, and keeps standard output for the report', () => {
    const make = `import { writeFileSync } from 'node:fs';
      console.log('Building', process.argv[2]);
      writeFileSync(${JSON.stringify(join(root, 'dist/cli.js'))}, ${JSON.stringify(echo)});`;
    writeFileSync(join(root, 'scripts/run.mjs'), make);
    expect(launch()).toEqual({ status: 1, out: called() });
  });

  it('ends with 2 where it cannot be built', () => {
    writeFileSync(join(root, 'scripts/run.mjs'), 'process.exitCode = 1;');
    expect(launch()).toEqual({ status: 2, out: '' });
  });

  it('has a task to build with', () => {
    expect(textOf('scripts/iamRoles.mjs')).toContain(`'scripts/run.mjs'), ['build']`);
    expect(statSync(inRepository('scripts/build.mts')).isFile()).toBe(true);
  });
});

describe('.pre-commit-hooks.yaml', () => {
  const hooks = textOf('.pre-commit-hooks.yaml')
    .split(/^- /m)
    .slice(1)
    .map(
      (hook) =>
        new Map([...hook.matchAll(/^ *([\w-]+): (.*)$/gm)].map(([, key = '', value = '']) => [key, value])),
    );

  it('has the hooks that the README names', () => {
    const ids = hooks.map((hook) => hook.get('id'));
    expect(ids).toEqual(['iam-roles', 'iam-roles-fix', 'iam-roles-fmt']);
    for (const id of ids)
      expect(textOf('README.md')).toMatch(new RegExp(`\\bid: ${id}\\b|\\b(?:or|and) ${id}\\b`));
  });

  it.each(hooks.map((hook) => [hook.get('id'), hook]))(
    '%s runs a program that takes its words',
    (_id, hook) => {
      const entry = hook.get('entry') ?? '';
      expect(textOf(entry)).toMatch(/^#!\/usr\/bin\/env node\n/);
      if (process.platform !== 'win32') expect(statSync(inRepository(entry)).mode & 0o111).toBe(0o111);
      const words = (hook.get('args') ?? '').replace(/^\[|\]$/g, '').split(', ');
      expect(parseArguments([...words, 'a.json'])).toMatchObject({ kind: words[0], paths: ['a.json'] });
    },
  );

  it.each(hooks.map((hook) => [hook.get('id'), hook]))('%s is given policies, not settings', (_id, hook) => {
    const isGiven = (path: string) =>
      new RegExp(hook.get('files') ?? '').test(path) && !new RegExp(hook.get('exclude') ?? '').test(path);
    const paths = ['a.json', 'b/c.jsonc', 'a.json5', 'iam-roles.config.json', 'b/iam-roles.config.json'];
    expect(paths.filter(isGiven)).toEqual(['a.json', 'b/c.jsonc']);
  });
});

describe('action.yml', () => {
  const text = textOf('action.yml');
  const script = (/^ {6}run: \|\n(.*)/ms.exec(text)?.[1] ?? '').replaceAll(/^ {8}/gm, '');
  const inputs = [...(/^inputs:\n(.*?)^runs:/ms.exec(text)?.[1] ?? '').matchAll(/^ {2}([\w-]+):$/gm)].map(
    ([, name = '']) => name,
  );
  const defaults = {
    PATHS: '.',
    FORMAT: 'github',
    FAIL_ON: 'never',
    TYPE: '',
    CONFIG: '',
    BASELINE: '',
    OUTPUT: '',
  };

  /** Runs its script in front of a program that tells its words. */
  function act(given: Partial<typeof defaults>): { readonly status: number | null; readonly out: string } {
    writeFileSync(join(root, 'scripts/iamRoles.mjs'), echo);
    const { status, stdout } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
      cwd: join(root, 'caller'),
      env: { PATH: process.env['PATH'], ACTION_PATH: root, ...defaults, ...given },
    });
    return { status, out: String(stdout) };
  }
  const wordsIn = (out: string): readonly string[] => JSON.parse(out).words;

  it('takes other actions by their commit, and gives its script every input by the environment', () => {
    const uses = text.split('\n').filter((line) => /\buses:/.test(line));
    expect(uses.filter((line) => !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
    expect(script).not.toContain('${{');
    const passed = [...text.matchAll(/\$\{\{ inputs\.([\w-]+) \}\}/g)].map(([, name]) => name);
    expect(passed.sort()).toEqual([...inputs].sort());
  });

  it.skipIf(process.platform === 'win32')('calls the command line with words it takes', () => {
    const { status, out } = act({});
    expect(status).toBe(1);
    expect(wordsIn(out)).toEqual(['check', '--format', 'github', '--fail-on', 'never', '--', '.']);
    expect(parseArguments(wordsIn(out))).toMatchObject({ kind: 'check', format: 'github', paths: ['.'] });
  });

  it.skipIf(process.platform === 'win32')('hands on all inputs as they are', () => {
    const given = {
      PATHS: 'a b/\n\n$(x) "*".json\n',
      TYPE: 'trust',
      CONFIG: 'c d.json',
      BASELINE: 'e.json',
      OUTPUT: 'out put.sarif',
    };
    expect(act({ ...given, FORMAT: 'sarif' })).toEqual({ status: 1, out: '' });
    const words = wordsIn(readFileSync(join(root, 'caller/out put.sarif'), 'utf8'));
    expect(parseArguments(words)).toMatchObject({
      type: 'trust',
      format: 'sarif',
      config: 'c d.json',
      baseline: 'e.json',
      paths: ['a b/', '$(x) "*".json'],
    });
  });

  it('names the formats there are', () => {
    const told = /format:\n {4}description: (.*)/.exec(text)?.[1] ?? '';
    expect(formats.filter((format) => !told.includes(format))).toEqual([]);
  });
});
