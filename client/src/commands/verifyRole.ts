import { describePolicyRequest, type PolicyDescription } from '../../../server/src/protocol.ts';
import type { Connection } from '../aws/connection.ts';
import { parseRoleArn } from '../roles/assume/roleArn.ts';
import type { AwsApi, Caller } from '../roles/awsApi.ts';
import { AwsError } from '../roles/awsError.ts';
import { type LiveRole, readRole } from '../roles/liveRole.ts';
import type { AssumingTest } from '../roles/verify/discrepancies.ts';
import { verifyReport } from '../roles/verify/verifyReport.ts';
import { chooseRole } from './session/chooseRole.ts';
import { explainRefusal, type Refusal } from './session/explainRefusal.ts';
import { firstForm, formFacts } from './session/firstForm.ts';
import type { SessionParts } from './session/sessionParts.ts';
import { showRefusal } from './session/showRefusal.ts';
import { targetOf } from './targetOf.ts';
import { lookFurther } from './verify/lookFurther.ts';

/** Shows a report on a role, with a test of assuming it; `argument` is the role's name or ARN. */
export async function verifyRole(parts: SessionParts, argument?: unknown): Promise<void> {
  const { ui, activeProfile, openPolicies, now } = parts;
  const connection = await activeProfile.connect();
  if (connection === undefined) return;
  const caller = await connection.caller();
  const roleArn = await chooseRole(parts, connection.api(), caller, 'Verify Role', argument);
  const name = roleArn === undefined ? undefined : parseRoleArn(roleArn)?.name;
  if (roleArn === undefined || name === undefined) return;
  const read = await ui.progress(`Verifying role ${name}`, async (report, signal) => {
    const api = connection.api(signal);
    const live = await readRole(api, name);
    if (live === undefined) return undefined;
    report({ message: 'reading its policies' });
    const further = await lookFurther(openPolicies, api, live);
    const trust = await parts.ask(describePolicyRequest, { text: live.role.trustPolicy, type: 'trust' });
    report({ message: 'assuming it' });
    const tested = await testAssuming(parts, connection, api, caller, live, trust ?? undefined);
    return { live, ...further, trust, ...tested };
  });
  if (read === undefined)
    return void (await ui.fail(
      `Account ${caller.account} has no role ${name}. Look at the profile, and at the spelling.`,
    ));
  const { trust, refusal, ...verified } = read;
  const {
    sentences = ['The language server is off: restart it to have the trust policy in plain words.'],
    services = [],
  } = trust ?? {};
  const where = `${caller.account} (profile ${connection.profile.name})`;
  const text = verifyReport({ ...verified, trust: sentences, services }, where, now());
  await ui.show({ title: `Role ${name}`, language: 'markdown', text });
  if (refusal?.mended !== undefined)
    await showRefusal(parts, await targetOf(connection), roleArn, read.live.role, refusal);
}

async function testAssuming(
  parts: SessionParts,
  connection: Connection,
  api: AwsApi,
  caller: Caller,
  { role }: LiveRole,
  trust: PolicyDescription | undefined,
): Promise<{ readonly assuming: AssumingTest; readonly refusal: Refusal | undefined }> {
  const form = await firstForm(parts, role.arn, role, await formFacts(api, caller, role));
  if (form.mfaSerial !== '')
    return notTried(
      'The trust policy asks for multi-factor authentication: run Assume Role to try it with a code.',
    );
  if (trust?.forAwsCallers === false)
    return notTried(
      'Its trust policy lets in AWS services or federated identities only, and nobody can try that for them.',
    );
  try {
    const { arn } = await api.assumeRole({
      roleArn: role.arn,
      sessionName: form.sessionName,
      duration: 900,
      ...(form.externalId !== '' && { externalId: form.externalId }),
    });
    return { assuming: { kind: 'assumed', as: arn, externalId: form.externalId !== '' }, refusal: undefined };
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    const refusal = await explainRefusal(parts, connection.api(), caller, form, role, error);
    return { assuming: { kind: 'refused', reasons: refusal.reasons }, refusal };
  }
}

function notTried(reason: string) {
  return { assuming: { kind: 'not tried', reason }, refusal: undefined } as const;
}
