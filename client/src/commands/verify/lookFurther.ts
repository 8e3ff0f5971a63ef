import { accountOfArn, isAwsManaged } from '../../roles/arn.ts';
import type { AwsApi } from '../../roles/awsApi.ts';
import type { LiveRole } from '../../roles/liveRole.ts';
import type { JudgedPolicy, VerifiedRole } from '../../roles/verify/discrepancies.ts';
import { ifRefused } from '../session/firstForm.ts';
import type { SessionParts } from '../session/sessionParts.ts';

type Further = Pick<VerifiedRole, 'policies' | 'missingPolicies' | 'sameNamedProfile'>;

/** What a report on a role tells of things around it; what may not be read is left out. */
export async function lookFurther(
  openPolicies: SessionParts['openPolicies'],
  api: AwsApi,
  live: LiveRole,
): Promise<Further> {
  const { role, inlinePolicies, instanceProfiles } = live;
  const judged = async (
    name: string,
    document: string,
    type: 'trust' | 'identity',
  ): Promise<JudgedPolicy> => ({
    name,
    findings: await openPolicies.check(document, type, accountOfArn(role.arn)),
  });
  const attached = await attachedDocuments(api, live);
  return {
    policies: await Promise.all([
      judged('trust policy', role.trustPolicy, 'trust'),
      ...inlinePolicies.map(({ name, document }) => judged(`inline policy ${name}`, document, 'identity')),
      ...attached.map(({ name, document }) => judged(`attached policy ${name}`, document, 'identity')),
    ]),
    missingPolicies: await missingBoundary(api, role.permissionsBoundary),
    sameNamedProfile:
      instanceProfiles.length === 0 ? await api.getInstanceProfile(role.name).catch(ifRefused) : undefined,
  };
}

/** Those of the customer: AWS answers for its own. */
async function attachedDocuments(
  api: AwsApi,
  { attachedPolicies }: LiveRole,
): Promise<readonly { readonly name: string; readonly document: string }[]> {
  const own = attachedPolicies.filter(({ arn }) => !isAwsManaged(arn));
  const read = own.map(async ({ arn, name }) => {
    const policy = await api.getPolicy(arn);
    const document = policy && (await api.getPolicyVersion(arn, policy.defaultVersionId));
    return document === undefined ? [] : [{ name, document }];
  });
  return (await Promise.all(read.map(async (one) => (await one.catch(ifRefused)) ?? []))).flat();
}

/** A policy that is attached cannot be deleted; one that is a boundary can. */
async function missingBoundary(api: AwsApi, arn: string | undefined): Promise<readonly string[]> {
  if (arn === undefined) return [];
  try {
    return (await api.getPolicy(arn)) === undefined ? [arn] : [];
  } catch (error) {
    return ifRefused(error) ?? [];
  }
}
