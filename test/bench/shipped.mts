import { existsSync, readFileSync, statSync } from 'node:fs';
import { inRepository } from '../../scripts/repository.mts';
import type { Row } from './row.mts';

/** What the VS Code suite and the packing left in dist/. */
export function shippedRows(): Row[] {
  return [activationRow(), packageRow()];
}

function activationRow(): Row {
  const row = { what: 'extension activation', unit: 'ms', budget: 30 } as const;
  const file = inRepository('dist/activation.json');
  if (!existsSync(file)) return { ...row, figure: undefined, note: 'run `npm test` first' };
  const figure: unknown = JSON.parse(readFileSync(file, 'utf8')).milliseconds;
  return { ...row, figure: typeof figure === 'number' ? figure : undefined };
}

function packageRow(): Row {
  const row = { what: 'packed .vsix', unit: 'MB', budget: 2.5 } as const;
  const file = inRepository('dist/iam-roles.vsix');
  if (!existsSync(file)) return { ...row, figure: undefined, note: 'run `npm run package` first' };
  return { ...row, figure: statSync(file).size / 1_000_000 };
}
