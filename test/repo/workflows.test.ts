import { describe, expect, it } from 'vitest';
import { projectFiles, textOf } from './projectFiles.ts';

const workflows = projectFiles()
  .filter((path) => path.startsWith('.github/workflows/'))
  .map((path) => ({ path, text: textOf(path) }));

function lines(text: string, pattern: RegExp): readonly string[] {
  return text.split('\n').filter((line) => pattern.test(line));
}

it('there is one for every change and one for releases', () => {
  expect(workflows.map(({ path }) => path)).toEqual([
    '.github/workflows/ci.yml',
    '.github/workflows/release.yml',
  ]);
});

describe.each(workflows)('$path', ({ text }) => {
  it('takes actions by their commit, and says their version', () => {
    const uses = lines(text, /\buses:/);
    expect(uses.length).toBeGreaterThan(0);
    expect(uses.filter((line) => !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });

  it('may do nothing but what a job asks for', () => {
    expect(text).toMatch(/^permissions: \{\}$/m);
    const jobs = (/^jobs:\n(.*)/ms.exec(text)?.[1] ?? '').split(/^ {2}(?=\w)/m).slice(1);
    expect(jobs.length).toBeGreaterThan(0);
    expect(jobs.filter((job) => !/^ {4}permissions:/m.test(job))).toEqual([]);
    expect(jobs.filter((job) => !/^ {4}timeout-minutes: \d+$/m.test(job))).toEqual([]);
  });

  it('runs the commands of the README', () => {
    expect(text).toContain('npm ci');
    expect(text).toContain('npm test');
  });
});

it('a release publishes one package, made once, with the tools of the manifest', () => {
  const { text } = workflows.find(({ path }) => path.endsWith('release.yml')) ?? { text: '' };
  const { devDependencies }: { devDependencies: Record<string, string> } = JSON.parse(textOf('package.json'));
  expect(lines(text, /run: .*npm test$/)).toHaveLength(1);
  expect(text).toContain(
    `@vscode/vsce@${devDependencies['@vscode/vsce']} publish --packagePath iam-roles.vsix`,
  );
  expect(text).toMatch(/ovsx@\d+\.\d+\.\d+ publish --packagePath iam-roles\.vsix/);
});
