import type { Check } from '../check.ts';
import { missingVersion } from './missing-version.ts';

export const documentChecks: readonly Check[] = [missingVersion];
