import type { Check } from '../check.ts';
import { riskCredentialsExposure } from './risk-credentials-exposure.ts';
import { riskDataExfiltration } from './risk-data-exfiltration.ts';
import { riskMissingExternalId } from './risk-missing-external-id.ts';
import { riskPrivilegeEscalation } from './risk-privilege-escalation.ts';
import { riskResourceExposure } from './risk-resource-exposure.ts';
import { riskSelfEscalation } from './risk-self-escalation.ts';
import { riskTrustEveryone } from './risk-trust-everyone.ts';
import { riskWildcardAction } from './risk-wildcard-action.ts';
import { riskWildcardResource } from './risk-wildcard-resource.ts';

export const riskChecks: readonly Check[] = [
  riskMissingExternalId,
  riskTrustEveryone,
  riskWildcardAction,
  riskWildcardResource,
  riskPrivilegeEscalation,
  riskSelfEscalation,
  riskCredentialsExposure,
  riskDataExfiltration,
  riskResourceExposure,
];
