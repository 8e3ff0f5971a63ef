import type { Check } from '../check.ts';

export const conditionChecks: readonly Check[] = [];
