import type { Check } from '../check.ts';
import { riskConditionKeyNeverSent } from './risk-condition-key-never-sent.ts';
import { riskCredentialsExposure } from './risk-credentials-exposure.ts';
import { riskDataExfiltration } from './risk-data-exfiltration.ts';
import { riskMissingDependentAction } from './risk-missing-dependent-action.ts';
import { riskMissingExternalId } from './risk-missing-external-id.ts';
import { riskPrivilegeEscalation } from './risk-privilege-escalation.ts';
import { riskResourceExposure } from './risk-resource-exposure.ts';
import { riskResourceNeverMatches } from './risk-resource-never-matches.ts';
import { riskSelfEscalation } from './risk-self-escalation.ts';
import { riskStatementNeverApplies } from './risk-statement-never-applies.ts';
import { riskTrustEveryone } from './risk-trust-everyone.ts';
import { riskUnknownOrganization } from './risk-unknown-organization.ts';
import { riskWildcardAction } from './risk-wildcard-action.ts';
import { riskWildcardResource } from './risk-wildcard-resource.ts';

export const riskChecks: readonly Check[] = [
  riskMissingExternalId,
  riskTrustEveryone,
  riskUnknownOrganization,
  riskWildcardAction,
  riskWildcardResource,
  riskPrivilegeEscalation,
  riskSelfEscalation,
  riskCredentialsExposure,
  riskDataExfiltration,
  riskResourceExposure,
  riskResourceNeverMatches,
  riskMissingDependentAction,
  riskConditionKeyNeverSent,
  riskStatementNeverApplies,
];
