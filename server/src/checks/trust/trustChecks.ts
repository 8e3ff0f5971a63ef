import type { Check } from '../check.ts';

export const trustChecks: readonly Check[] = [];
