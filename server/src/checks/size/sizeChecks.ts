import type { Check } from '../check.ts';

export const sizeChecks: readonly Check[] = [];
