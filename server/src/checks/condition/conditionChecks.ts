import type { Check } from '../check.ts';
import { deprecatedGlobalConditionKey } from './deprecated-global-condition-key.ts';
import { equivalentToNullChecks } from './equivalent-to-null.ts';
import { forallvaluesWithSingleValuedKey } from './forallvalues-with-single-valued-key.ts';
import { improveIpRange } from './improve-ip-range.ts';
import { invalidConditionDataType } from './invalid-condition-data-type.ts';
import { invalidConditionKeyFormat } from './invalid-condition-key-format.ts';
import { invalidConditionMultipleBoolean } from './invalid-condition-multiple-boolean.ts';
import { invalidConditionOperator } from './invalid-condition-operator.ts';
import { invalidDateValue } from './invalid-date-value.ts';
import { invalidGlobalConditionKey } from './invalid-global-condition-key.ts';
import { invalidKmsKeyValue } from './invalid-kms-key-value.ts';
import { invalidRegion } from './invalid-region.ts';
import { invalidServiceInConditionKey } from './invalid-service.ts';
import { invalidServiceConditionKey } from './invalid-service-condition-key.ts';
import { invalidServicePrincipalFormatInCondition } from './invalid-service-principal-format.ts';
import { invalidVariableForOperator } from './invalid-variable-for-operator.ts';
import { invalidVpcFormat } from './invalid-vpc-format.ts';
import { invalidVpceFormat } from './invalid-vpce-format.ts';
import { missingPairedConditionKeys } from './missing-paired-condition-keys.ts';
import { missingQualifier } from './missing-qualifier.ts';
import { missingTagKeyInCondition } from './missing-tag-key-in-condition.ts';
import { nullWithIfExists } from './null-with-if-exists.ts';
import { nullWithQualifier } from './null-with-qualifier.ts';
import { privateIpAddress } from './private-ip-address.ts';
import { privateIpAddressSubset } from './private-ip-address-subset.ts';
import { privateNotIpAddress } from './private-not-ip-address.ts';
import { privateNotIpAddressSubset } from './private-not-ip-address-subset.ts';
import { redundantKeyDueToWildcardInCondition } from './redundant-key-due-to-wildcard-in-condition.ts';
import { redundantStatementDueToWildcardInCondition } from './redundant-statement-due-to-wildcard-in-condition.ts';
import { stringLikeOperatorWithArnConditionKeys } from './string-like-operator-with-arn-condition-keys.ts';
import { typeMismatch } from './type-mismatch.ts';
import { typeMismatchBoolean } from './type-mismatch-boolean.ts';
import { typeMismatchDate } from './type-mismatch-date.ts';
import { typeMismatchIpRange } from './type-mismatch-ip-range.ts';
import { typeMismatchNumber } from './type-mismatch-number.ts';
import { typeMismatchString } from './type-mismatch-string.ts';
import { unsupportedActionForConditionKey } from './unsupported-action-for-condition-key.ts';
import { unsupportedGlobalConditionKey } from './unsupported-global-condition-key.ts';
import { untrustworthyConditionKey } from './untrustworthy-condition-key.ts';
import { useConditionKeyOnlyWithSupportedServices } from './use-condition-key-only-with-supported-services.ts';
import { variableUsageTooPermissive } from './variable-usage-too-permissive.ts';
import { wildcardUsageTooPermissive } from './wildcard-usage-too-permissive.ts';
import { wildcardWithoutLikeOperator } from './wildcard-without-like-operator.ts';

export const conditionChecks: readonly Check[] = [
  deprecatedGlobalConditionKey,
  ...equivalentToNullChecks,
  forallvaluesWithSingleValuedKey,
  improveIpRange,
  invalidConditionDataType,
  invalidConditionKeyFormat,
  invalidConditionMultipleBoolean,
  invalidConditionOperator,
  invalidDateValue,
  invalidGlobalConditionKey,
  invalidKmsKeyValue,
  invalidRegion,
  invalidServiceConditionKey,
  invalidServiceInConditionKey,
  invalidServicePrincipalFormatInCondition,
  invalidVariableForOperator,
  invalidVpceFormat,
  invalidVpcFormat,
  missingPairedConditionKeys,
  missingQualifier,
  missingTagKeyInCondition,
  nullWithIfExists,
  nullWithQualifier,
  privateIpAddress,
  privateIpAddressSubset,
  privateNotIpAddress,
  privateNotIpAddressSubset,
  redundantKeyDueToWildcardInCondition,
  redundantStatementDueToWildcardInCondition,
  stringLikeOperatorWithArnConditionKeys,
  typeMismatch,
  typeMismatchBoolean,
  typeMismatchDate,
  typeMismatchIpRange,
  typeMismatchNumber,
  typeMismatchString,
  unsupportedActionForConditionKey,
  unsupportedGlobalConditionKey,
  untrustworthyConditionKey,
  useConditionKeyOnlyWithSupportedServices,
  variableUsageTooPermissive,
  wildcardUsageTooPermissive,
  wildcardWithoutLikeOperator,
];
