import type { Check } from '../check.ts';

export const riskChecks: readonly Check[] = [];
