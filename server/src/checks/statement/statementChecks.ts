import type { Check } from '../check.ts';

export const statementChecks: readonly Check[] = [];
