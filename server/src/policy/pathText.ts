import type { Path } from '../syntax/node.ts';

/** A path as people read and write it: `Statement[0].Action`; empty for the root. */
export function pathText(path: Path): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
}
