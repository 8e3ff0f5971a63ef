import { readdirSync, readFileSync } from 'node:fs';
import { inRepository } from '../../scripts/repository.mts';

/** The text of a file given by its path in the repository. */
export function textOf(path: string): string {
  return readFileSync(inRepository(path), 'utf8');
}

/** What .gitignore names: folders with a slash behind them, files by extension or by path. */
const ignored = textOf('.gitignore')
  .split(/\r?\n/)
  .filter((line) => line !== '' && !line.startsWith('#'));

/** Paths in the repository, with slashes and in order, of every file that belongs to the project. Needs no Git. */
export function projectFiles(folder = ''): readonly string[] {
  return readdirSync(inRepository(folder), { withFileTypes: true })
    .map((entry) => ({ entry, path: `${folder}${entry.name}` }))
    .filter(({ entry }) => !entry.isSymbolicLink())
    .filter(({ entry, path }) => !isIgnored(entry.isDirectory() ? `${path}/` : path))
    .flatMap(({ entry, path }) => (entry.isDirectory() ? projectFiles(`${path}/`) : [path]))
    .sort();
}

function isIgnored(path: string): boolean {
  if (path === '.git' || path === '.git/') return true;
  return ignored.some((line) =>
    line.startsWith('*') ? path.endsWith(line.slice(1)) : path === line || path.endsWith(`/${line}`),
  );
}

/** Written by hand, in TypeScript or JavaScript. */
export function sourceFiles(): readonly string[] {
  return projectFiles().filter((path) => /\.[cm]?[jt]s$/.test(path) && !path.includes('.generated.'));
}
