import { allChecks } from './allChecks.ts';
import { unusedSuppression } from './control.ts';

/** Every code that a finding can have, sorted. */
export const knownCodes: readonly string[] = [
  ...new Set([...allChecks.map(({ code }) => code), unusedSuppression.code]),
].sort();
