import { describeAccessRequest } from '../../../../server/src/protocol.ts';
import type { Connection } from '../../aws/connection.ts';
import { roleFacts } from '../../rolePage/facts.ts';
import type { PageInstanceProfile, RolePage } from '../../rolePage/rolePage.ts';
import { accountOfArn, isAwsManaged, nameOfArn } from '../../roles/arn.ts';
import type { AwsApi } from '../../roles/awsApi.ts';
import { isDenied } from '../../roles/awsError.ts';
import { type LiveRole, readRole } from '../../roles/liveRole.ts';
import { trustedPrincipals } from '../../roles/trustedPrincipals.ts';
import type { Report } from '../../ui/ui.ts';
import type { SessionParts } from '../session/sessionParts.ts';
import { describedPolicy, type PolicyText, serverIsOff } from './describedPolicy.ts';
import { managedPolicyText } from './managedPolicyText.ts';

type Parts = Pick<SessionParts, 'ask' | 'openPolicies' | 'now'>;

/** The page of a role as it is in the account; undefined where there is none. What may not be read is told in it. */
export async function readLivePage(
  parts: Parts,
  connection: Connection,
  roleName: string,
  report: Report,
  signal: AbortSignal,
): Promise<RolePage | undefined> {
  const api = connection.api(signal);
  const { account } = await connection.caller();
  const live = await readRole(api, roleName);
  if (live === undefined) return undefined;
  report({ message: 'reading its policies' });
  const gaps: string[] = [];
  const texts = await policyTexts(parts, api, live, gaps);
  const { permissionsBoundary: arn } = live.role;
  const bounds = arn === undefined ? undefined : await managedPolicy(parts, api, arn, 'boundary', gaps);
  report({ message: 'looking who trusts it' });
  const trustingRoles = await rolesTrusting(api, live.role.arn, account, gaps);
  const access = await parts.ask(describeAccessRequest, {
    policies: texts.map(({ text }) => text),
    boundary: bounds?.text || null,
  });
  if (access === undefined) throw serverIsOff();
  const { ask } = parts;
  return {
    name: live.role.name,
    origin: `account ${account} (profile ${connection.profile.name})`,
    readAt: parts.now(),
    facts: roleFacts(live.role),
    trust: await describedPolicy(
      ask,
      await ownPolicy(parts, 'trust', 'trust policy', live.role.trustPolicy, account),
    ),
    policies: await Promise.all(texts.map((text) => describedPolicy(ask, text))),
    boundary: bounds && (await describedPolicy(ask, bounds)),
    access,
    instanceProfiles: profilesOf(live, gaps),
    trustingRoles,
    gaps,
  };
}

async function policyTexts(
  parts: Parts,
  api: AwsApi,
  { role, attachedPolicies, inlinePolicies }: LiveRole,
  gaps: string[],
): Promise<readonly PolicyText[]> {
  return [
    ...(await Promise.all(
      attachedPolicies.map(({ arn }) => managedPolicy(parts, api, arn, 'identity', gaps)),
    )),
    ...(await Promise.all(
      inlinePolicies.map(({ name, document }) =>
        ownPolicy(parts, 'identity', name, document, accountOfArn(role.arn)),
      ),
    )),
  ];
}

async function ownPolicy(
  { openPolicies }: Parts,
  type: 'trust' | 'identity',
  name: string,
  text: string,
  account: string,
): Promise<PolicyText> {
  const kind = type === 'trust' ? 'trust policy' : 'inline policy';
  return {
    name,
    kind,
    detail: '',
    place: undefined,
    text,
    type,
    findings: await openPolicies.check(text, type, account),
  };
}

/** With an empty text where it cannot be read. AWS's own are not checked: nobody here can change them. */
async function managedPolicy(
  { ask, openPolicies }: Parts,
  api: AwsApi,
  arn: string,
  type: 'identity' | 'boundary',
  gaps: string[],
): Promise<PolicyText> {
  const ofAws = isAwsManaged(arn);
  const text = await managedPolicyText(api, ask, arn);
  if (text === undefined) {
    const consequence =
      type === 'boundary' ? 'What it takes away is not known.' : 'What it allows is missing here.';
    gaps.push(
      `The policy ${arn} could not be read, as AWS denies it or has none of that name. ${consequence}`,
    );
  }
  return {
    name: nameOfArn(arn),
    kind: ofAws ? 'AWS managed policy' : 'customer managed policy',
    detail: arn,
    place: undefined,
    text: text ?? '',
    type,
    findings: ofAws || text === undefined ? [] : await openPolicies.check(text, type),
  };
}

/** Roles of the account whose trust policies name this one. */
async function rolesTrusting(
  api: AwsApi,
  arn: string,
  account: string,
  gaps: string[],
): Promise<readonly string[]> {
  try {
    const others = await api.listRoles();
    return others
      .filter(({ trustPolicy }) => trustedPrincipals(trustPolicy, account).some((one) => one.arn === arn))
      .map((other) => other.arn);
  } catch (error) {
    if (!isDenied(error)) throw error;
    gaps.push('Roles that trust this one are not known, as the profile may not list roles (iam:ListRoles).');
    return [];
  }
}

function profilesOf(
  { instanceProfiles, associations }: LiveRole,
  gaps: string[],
): readonly PageInstanceProfile[] {
  if (associations === undefined)
    gaps.push(
      'The instances that have the role are not known, as the profile may not list them (ec2:DescribeIamInstanceProfileAssociations).',
    );
  return instanceProfiles.map(({ name, arn }) => ({
    name,
    instances: (associations ?? [])
      .filter(({ instanceProfileArn }) => instanceProfileArn === arn)
      .map(({ instanceId }) => instanceId),
  }));
}
