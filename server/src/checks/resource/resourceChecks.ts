import type { Check } from '../check.ts';
import { arnAccountNotAllowed } from './arn-account-not-allowed.ts';
import { arnRegionNotAllowed } from './arn-region-not-allowed.ts';
import { invalidArnAccount } from './invalid-arn-account.ts';
import { invalidArnPrefix } from './invalid-arn-prefix.ts';
import { invalidArnRegion } from './invalid-arn-region.ts';
import { invalidArnResource } from './invalid-arn-resource.ts';
import { invalidArnServiceCase } from './invalid-arn-service-case.ts';
import { invalidPartition } from './invalid-partition.ts';
import { invalidService } from './invalid-service.ts';
import { missingArnAccount } from './missing-arn-account.ts';
import { missingArnField } from './missing-arn-field.ts';
import { missingArnRegion } from './missing-arn-region.ts';
import { unsupportedResourceArnInPolicy } from './unsupported-resource-arn-in-policy.ts';
import { wildcardInServiceName } from './wildcard-in-service-name.ts';

export const resourceChecks: readonly Check[] = [
  arnAccountNotAllowed,
  arnRegionNotAllowed,
  invalidArnAccount,
  invalidArnPrefix,
  invalidArnRegion,
  invalidArnResource,
  invalidArnServiceCase,
  invalidPartition,
  invalidService,
  missingArnAccount,
  missingArnField,
  missingArnRegion,
  unsupportedResourceArnInPolicy,
  wildcardInServiceName,
];
