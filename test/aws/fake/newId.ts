import { randomUUID } from 'node:crypto';

/** A unique id as IAM's: 4 letters that say of what, and 17 more. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-prefixes */
export function newId(prefix: 'AROA' | 'AIDA' | 'AIPA' | 'ANPA' | 'AKIA' | 'ASIA'): string {
  const length = prefix === 'AKIA' || prefix === 'ASIA' ? 16 : 17;
  return prefix + randomUUID().replaceAll('-', '').toUpperCase().slice(0, length);
}
