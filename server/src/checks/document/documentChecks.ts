import type { Check } from '../check.ts';
import { dataTypeMismatch } from './data-type-mismatch.ts';
import { invalidPolicyElement } from './invalid-policy-element.ts';
import { invalidVersion } from './invalid-version.ts';
import { jsonSyntaxError, repeatedKey } from './json-syntax-error.ts';
import { missingStatement } from './missing-statement.ts';
import { missingVersion } from './missing-version.ts';

export const documentChecks: readonly Check[] = [
  jsonSyntaxError,
  repeatedKey,
  dataTypeMismatch,
  invalidPolicyElement,
  missingStatement,
  invalidVersion,
  missingVersion,
];
