import { judgeAssumptionRequest } from '../../../../server/src/protocol.ts';
import { parseRoleArn, roleNameOfCaller } from '../../roles/assume/roleArn.ts';
import { sessionContext } from '../../roles/assume/sessionContext.ts';
import type { SessionForm } from '../../roles/assume/sessionForm.ts';
import type { AwsApi, Caller, Role } from '../../roles/awsApi.ts';
import type { AwsError } from '../../roles/awsError.ts';
import type { Ask } from '../../serverRequests.ts';
import { ifRefused } from './firstForm.ts';

/** Which part refuses a session, as far as it can be told. */
export interface Refusal {
  /** Sentences, the surest first. */
  readonly reasons: readonly string[];
  /** The trust policy that would let the caller in, where the trust policy is the cause. */
  readonly mended: { readonly title: string; readonly text: string } | undefined;
}

/**
 * Looks for the part that refused: the trust policy, a permission of the caller, or a parameter. `role` is undefined where it
 * may not be read, such as one of another account.
 */
export async function explainRefusal(
  { ask, now }: { readonly ask: Ask; now(): Date },
  api: AwsApi,
  caller: Caller,
  form: SessionForm,
  role: Role | undefined,
  error: AwsError,
): Promise<Refusal> {
  if (error.details.code !== 'AccessDenied') return { reasons: [error.message], mended: undefined };
  const trustedArn = await trustedArnOf(api, caller);
  const verdict =
    role &&
    (await ask(judgeAssumptionRequest, {
      trustPolicy: role.trustPolicy,
      ...sessionContext(form, caller, trustedArn, now()),
    }));
  const own = await ownPermission(api, caller, trustedArn, form.roleArn);
  const trust = verdict?.reasons ?? [unreadable(form, role)];
  return {
    reasons: [...trust, ...own, ...(trust.length + own.length === 0 ? [error.message] : [])],
    mended: verdict?.mended ?? undefined,
  };
}

function unreadable({ roleArn }: SessionForm, role: Role | undefined): string {
  const account = parseRoleArn(roleArn)?.account ?? 'the role';
  return role === undefined
    ? `The role’s trust policy could not be read, as the role is missing or may not be read with this profile. Ask the owner of account ${account} whether the role exists and its trust policy names you.`
    : 'The language server is off, so the trust policy was not looked at. Restart it, then try again.';
}

/** As a trust policy names the caller: by the role of its session, with the role's path, or by its own ARN. */
export async function trustedArnOf(api: AwsApi, caller: Caller): Promise<string> {
  const roleName = roleNameOfCaller(caller);
  if (roleName === undefined) return caller.arn;
  const role = await api.getRole(roleName).catch(ifRefused);
  return role?.arn ?? `arn:${caller.partition}:iam::${caller.account}:role/${roleName}`;
}

async function ownPermission(
  api: AwsApi,
  caller: Caller,
  trustedArn: string,
  roleArn: string,
): Promise<readonly string[]> {
  if (caller.arn.endsWith(':root'))
    return ['The account’s root user cannot assume roles: sign in as a user or a role.'];
  const [decision] =
    (await api.simulatePrincipalPolicy(trustedArn, ['sts:AssumeRole'], [roleArn]).catch(ifRefused)) ?? [];
  if (decision === undefined || decision.decision === 'allowed') return [];
  const how = decision.decision === 'explicitDeny' ? 'deny' : 'do not allow';
  const where =
    decision.allowedByOrganizations === false
      ? 'The organization’s service control policies may'
      : `The policies of ${trustedArn}`;
  return [`${where} ${how} sts:AssumeRole on ${roleArn}.`];
}
