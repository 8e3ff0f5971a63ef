import type { Check } from '../check.ts';
import { emptyArrayChecks } from './empty-array.ts';
import { emptyArrayConditionChecks } from './empty-array-condition.ts';
import { emptyObjectChecks } from './empty-object.ts';
import { emptySidValue } from './empty-sid-value.ts';
import { redundantAction } from './redundant-action.ts';
import { redundantConditionValueNum } from './redundant-condition-value-num.ts';
import { redundantResource } from './redundant-resource.ts';
import { redundantStatement } from './redundant-statement.ts';

export const redundancyChecks: readonly Check[] = [
  redundantAction,
  redundantResource,
  redundantStatement,
  redundantConditionValueNum,
  ...emptyArrayChecks,
  ...emptyArrayConditionChecks,
  ...emptyObjectChecks,
  emptySidValue,
];
