import type { Statement } from '../../policy/model.ts';
import type { Fix } from '../check.ts';
import { addCondition, dropIfExists } from '../commonFixes.ts';
import { fixWith } from '../listFixes.ts';

/**
 * Fixes that let nobody assume the role without a value of `key`: a test that is there no longer lets the key be
 * missing, or a new one compares it with `placeholder`. None where AWS services or identity providers are trusted as
 * well, whose requests have no such key.
 */
export function askFor(statement: Statement, key: string, placeholder: string): Fix[] {
  if (statement.principal?.entries.some(({ type }) => type !== 'AWS')) return [];
  const stricter = dropIfExists(statement, key);
  if (stricter.length > 0) return stricter;
  return fixWith(`Add a condition on ${key}`, addCondition(statement, 'StringEquals', key, placeholder));
}
