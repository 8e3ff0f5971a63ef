import type { AssumedRole } from '../roles/awsApi.ts';
import { AwsError } from '../roles/awsError.ts';
import { assume } from './session/assume.ts';
import { chooseRole } from './session/chooseRole.ts';
import { explainRefusal } from './session/explainRefusal.ts';
import { fillSessionForm } from './session/fillSessionForm.ts';
import { firstForm, formFacts, readOwnRole } from './session/firstForm.ts';
import type { SessionParts } from './session/sessionParts.ts';
import { showRefusal } from './session/showRefusal.ts';
import { useSession } from './session/useSession.ts';
import { targetOf } from './targetOf.ts';

/** Assumes a role, and offers what to do with the session; `argument` is the role's name or ARN. */
export async function assumeRole(parts: SessionParts, argument?: unknown): Promise<void> {
  const connection = await parts.activeProfile.connect();
  if (connection === undefined) return;
  const api = connection.api();
  const caller = await connection.caller();
  const roleArn = await chooseRole(parts, api, caller, 'Assume Role', argument);
  if (roleArn === undefined) return;
  const role = await readOwnRole(api, caller, roleArn);
  const facts = await formFacts(api, caller, role);
  const first = await firstForm(parts, roleArn, role, facts);
  const form = await fillSessionForm(parts, first, facts);
  if (form === undefined) return;
  const request = () => assume(parts, connection, form, role);
  let assumed: AssumedRole;
  try {
    assumed = await request();
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    const refusal = await explainRefusal(parts, api, caller, form, role, error);
    return showRefusal(parts, await targetOf(connection), roleArn, role, refusal);
  }
  parts.recentRoles.add(roleArn);
  await useSession(parts, { form, assumed, connection, renew: request });
}
