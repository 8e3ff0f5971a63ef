import type { Check } from '../check.ts';

export const resourceChecks: readonly Check[] = [];
