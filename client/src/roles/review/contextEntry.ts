import type { ContextEntry } from '../awsApi.ts';

/** Condition keys whose values are no strings, in lower case. Source: IAM User Guide, AWS global condition context keys. */
const types: readonly (readonly [type: ContextEntry['type'], keys: RegExp])[] = [
  ['boolean', /^aws:(?:multifactorauthpresent|securetransport|viaawsservice|principalisawsservice)$/i],
  ['ip', /^aws:(?:sourceip|vpcsourceip)$/i],
  ['date', /^aws:(?:currenttime|tokenissuetime)$/i],
  ['numeric', /^aws:multifactorauthage$/i],
];

/** What a person wrote as the value of a condition key; undefined for nothing: the request has no such key. */
export function contextEntry(key: string, written: string): ContextEntry | undefined {
  const values = listOf(written);
  if (values.length === 0) return undefined;
  const type = types.find(([, keys]) => keys.test(key))?.[0] ?? (values.length > 1 ? 'stringList' : 'string');
  return { key, type, values };
}

/** What is wrong with such a value, and what to write. */
export function contextComplaint(key: string, written: string): string | undefined {
  const entry = contextEntry(key, written);
  if (entry?.type === 'boolean' && !/^(?:true|false)$/i.test(written.trim())) return 'Write true or false.';
  if (entry?.type === 'date' && Number.isNaN(Date.parse(written)))
    return 'Write a date and time such as 2026-11-24T12:00:00Z.';
  if (entry?.type === 'numeric' && Number.isNaN(Number(written))) return 'Write a number.';
  return undefined;
}

/** Parts of a text between commas, without white space around them. */
export function listOf(written: string): readonly string[] {
  return written
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
