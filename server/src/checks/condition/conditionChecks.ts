import type { Check } from '../check.ts';
import { invalidConditionDataType } from './invalid-condition-data-type.ts';
import { invalidConditionKeyFormat } from './invalid-condition-key-format.ts';
import { invalidConditionMultipleBoolean } from './invalid-condition-multiple-boolean.ts';
import { invalidConditionOperator } from './invalid-condition-operator.ts';
import { invalidGlobalConditionKey } from './invalid-global-condition-key.ts';
import { invalidKmsKeyValue } from './invalid-kms-key-value.ts';
import { invalidRegion } from './invalid-region.ts';
import { invalidServiceInConditionKey } from './invalid-service.ts';
import { invalidServiceConditionKey } from './invalid-service-condition-key.ts';
import { invalidServicePrincipalFormatInCondition } from './invalid-service-principal-format.ts';
import { invalidVariableForOperator } from './invalid-variable-for-operator.ts';
import { invalidVpcFormat } from './invalid-vpc-format.ts';
import { invalidVpceFormat } from './invalid-vpce-format.ts';
import { missingQualifier } from './missing-qualifier.ts';
import { missingTagKeyInCondition } from './missing-tag-key-in-condition.ts';
import { nullWithIfExists } from './null-with-if-exists.ts';
import { privateIpAddress } from './private-ip-address.ts';
import { privateNotIpAddress } from './private-not-ip-address.ts';
import { typeMismatchIpRange } from './type-mismatch-ip-range.ts';
import { unsupportedActionForConditionKey } from './unsupported-action-for-condition-key.ts';
import { unsupportedGlobalConditionKey } from './unsupported-global-condition-key.ts';
import { variableUsageTooPermissive } from './variable-usage-too-permissive.ts';
import { wildcardUsageTooPermissive } from './wildcard-usage-too-permissive.ts';

export const conditionChecks: readonly Check[] = [
  invalidConditionDataType,
  invalidConditionKeyFormat,
  invalidConditionMultipleBoolean,
  invalidConditionOperator,
  invalidGlobalConditionKey,
  invalidKmsKeyValue,
  invalidRegion,
  invalidServiceConditionKey,
  invalidServiceInConditionKey,
  invalidServicePrincipalFormatInCondition,
  invalidVariableForOperator,
  invalidVpcFormat,
  invalidVpceFormat,
  missingQualifier,
  missingTagKeyInCondition,
  nullWithIfExists,
  privateIpAddress,
  privateNotIpAddress,
  typeMismatchIpRange,
  unsupportedActionForConditionKey,
  unsupportedGlobalConditionKey,
  variableUsageTooPermissive,
  wildcardUsageTooPermissive,
];
