import type { Check } from '../check.ts';
import { invalidAction } from './invalid-action.ts';

export const actionChecks: readonly Check[] = [invalidAction];
