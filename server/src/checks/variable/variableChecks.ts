import type { Check } from '../check.ts';

export const variableChecks: readonly Check[] = [];
