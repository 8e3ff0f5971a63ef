import type { Check } from '../check.ts';
import { emptyVariable } from './empty-variable.ts';
import { missingBraceInVariable } from './missing-brace-in-variable.ts';
import { missingQuoteInVariable } from './missing-quote-in-variable.ts';
import { unsupportedSpaceInVariable } from './unsupported-space-in-variable.ts';
import { variableUnsupportedInElement } from './variable-unsupported-in-element.ts';
import { variableUnsupportedInVersion } from './variable-unsupported-in-version.ts';

export const variableChecks: readonly Check[] = [
  emptyVariable,
  missingBraceInVariable,
  missingQuoteInVariable,
  unsupportedSpaceInVariable,
  variableUnsupportedInElement,
  variableUnsupportedInVersion,
];
