import type { Check } from '../check.ts';
import { createSlrChecks } from './create-slr.ts';
import { invalidAction } from './invalid-action.ts';
import { invalidServiceInAction } from './invalid-service-in-action.ts';
import { passRoleChecks } from './pass-role.ts';
import { unsupportedActionInPolicy } from './unsupported-action-in-policy.ts';

export const actionChecks: readonly Check[] = [
  invalidAction,
  invalidServiceInAction,
  unsupportedActionInPolicy,
  ...passRoleChecks,
  ...createSlrChecks,
];
