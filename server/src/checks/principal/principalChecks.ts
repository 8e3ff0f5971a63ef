import type { Check } from '../check.ts';

export const principalChecks: readonly Check[] = [];
