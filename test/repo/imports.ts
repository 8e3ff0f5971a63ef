import { dirname, join } from 'node:path/posix';
import { textOf } from './projectFiles.ts';

export interface Import {
  /** Path in the repository of the file that imports. */
  readonly from: string;
  /** Path in the repository of a file, or the name of a package or of a module of Node. */
  readonly to: string;
  readonly kind: 'file' | 'package';
  /** Gone when the types are: `import type`, `export type`, or nothing but `type` names. */
  readonly typesOnly: boolean;
}

const statement =
  /^(?:import|export)\s+(?:(type\s)?((?:[\w$*]+,?\s*)?(?:\{[^}]*\}|\*\s+as\s+\w+)?)\s*from\s*)?'([^']+)'/gm;
const call = /\bimport\(\s*'([^']+)'\s*\)/g;

/** Every import of a file, by its text: what Biome and TypeScript think of it plays no part. */
export function importsOf(from: string): readonly Import[] {
  const text = textOf(from);
  const found = [...text.matchAll(statement)].map(([, type, names = '', target = '']) => ({
    target,
    typesOnly: type !== undefined || onlyTypes(names),
  }));
  const called = [...text.matchAll(call)].map(([, target = '']) => ({ target, typesOnly: false }));
  return [...found, ...called].map(({ target, typesOnly }) =>
    target.startsWith('.')
      ? { from, to: join(dirname(from), target), kind: 'file', typesOnly }
      : { from, to: target, kind: 'package', typesOnly },
  );
}

function onlyTypes(names: string): boolean {
  const list = /^\{([^}]*)\}$/.exec(names.trim())?.[1]?.split(',') ?? [];
  const written = list.map((name) => name.trim()).filter((name) => name !== '');
  return written.length > 0 && written.every((name) => name.startsWith('type '));
}

/** The files that are read when a file is, itself among them: the imports that stay when the types are gone. */
export function readWith(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const { to, kind, typesOnly } of importsOf(file))
    if (kind === 'file' && !typesOnly) readWith(to, seen);
  return seen;
}
