import { describe, expect, it } from 'vitest';
import { projectFiles, textOf } from './projectFiles.ts';

/** Put together here, so that this file does not hold them itself. */
const forbidden: Readonly<Record<string, RegExp>> = {
  'a folder of the machine it was written on': new RegExp(
    `(?<![\\w.:*$}-])/(?:${['work', 'root', 'Users', 'home'].join('|')})/[\\w.]`,
  ),
  'a file of the temporary folder': new RegExp(`(?<![\\w.:*-])/${'tmp'}/[\\w.]`),
  'a conflict marker': new RegExp(`^(?:${'<'.repeat(7)} |${'>'.repeat(7)} )`, 'm'),
  'work that was left': new RegExp(`\\b(?:${['TODO', 'FIX' + 'ME', 'XX' + 'X'].join('|')})\\b(?!-)`),
};

const texts = projectFiles()
  .filter((path) => !/\.(png|data)$/.test(path) && path !== 'test/repo/words.test.ts')
  .map((path) => ({ path, text: textOf(path) }));

it.each(Object.entries(forbidden))('no file holds %s', (_what, pattern) => {
  const found = texts.flatMap(({ path, text }) => {
    const match = pattern.exec(text);
    return match === null ? [] : [`${path}: ${text.slice(match.index, match.index + 60)}`];
  });
  expect(found).toEqual([]);
});

describe('the lockfile', () => {
  it('names no host but that of the public registry, and a checksum where it names one', () => {
    const { packages }: { packages: Record<string, { resolved?: string; integrity?: string }> } = JSON.parse(
      textOf('package-lock.json'),
    );
    const wrong = Object.entries(packages).filter(
      ([, { resolved, integrity }]) =>
        resolved !== undefined &&
        (new URL(resolved).host !== 'registry.npmjs.org' || !integrity?.startsWith('sha512-')),
    );
    expect(wrong).toEqual([]);
  });

  it('is of the manifest’s version', () => {
    const lock = JSON.parse(textOf('package-lock.json'));
    const { name, version, dependencies, devDependencies } = JSON.parse(textOf('package.json'));
    expect(lock.packages['']).toMatchObject({ name, version, dependencies, devDependencies });
  });
});

describe('a release', () => {
  const manifest = JSON.parse(textOf('package.json'));

  it('is described: the changelog begins with the manifest’s version', () => {
    expect(/^## (\S+)/m.exec(textOf('CHANGELOG.md'))?.[1]).toBe(manifest.version);
  });

  it('has the licence that the manifest names', () => {
    expect(manifest.license).toBe('MIT');
    expect(textOf('LICENSE')).toMatch(/^MIT License\n\nCopyright \(c\) \d{4} \S/);
  });
});
