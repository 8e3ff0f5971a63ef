import { AwsError, Cancelled } from '../roles/awsError.ts';
import { decodedDenial, encodedMessageOf } from '../roles/encodedDenial.ts';
import { missingPermissionStatement } from '../roles/missingPermission.ts';
import type { Step } from '../roles/plan.ts';
import { policyFaultOf } from '../roles/policyFault.ts';
import { faultRange } from './faultRange.ts';
import { type Offer, offer } from './offer.ts';
import type { RoleCommandParts } from './roleCommand.ts';

type Parts = Pick<RoleCommandParts, 'ui' | 'openPolicies' | 'activeProfile'>;

/** Tells what went wrong with what can be done about it; nothing where the user ended the work. */
export async function tellError(parts: Parts, error: unknown, failedStep?: Step): Promise<void> {
  if (error instanceof Cancelled) return;
  const message = error instanceof Error ? error.message : String(error);
  await offer(parts.ui.fail, message, remedies(parts, error, failedStep));
}

/** What can be done about an error, each as a button. */
export function remedies(parts: Parts, error: unknown, failedStep?: Step): readonly Offer[] {
  return [
    ...missingPermission(parts, error),
    ...encodedMessage(parts, error),
    ...malformedPolicy(parts, error, failedStep),
  ];
}

/** None where no statement would help, such as where another denies. */
function missingPermission({ ui }: Parts, error: unknown): readonly Offer[] {
  const denied = error instanceof AwsError ? error.details.denied : undefined;
  const remedy = denied && missingPermissionStatement(denied);
  if (remedy === undefined || !('statement' in remedy)) return [];
  const { statement } = remedy;
  const policy = { Version: '2012-10-17', Statement: [statement] };
  return [
    { label: 'Copy Statement', run: () => ui.copy(indented(statement)) },
    { label: 'Open as Policy', run: () => ui.edit({ language: 'json', text: `${indented(policy)}\n` }) },
  ];
}

/** EC2 tells what it denied to those only who may decode its message. */
function encodedMessage(parts: Parts, error: unknown): readonly Offer[] {
  if (!(error instanceof AwsError) || error.details.denied !== undefined) return [];
  const encoded = encodedMessageOf(error.details.awsMessage);
  if (encoded === undefined) return [];
  const decode = async () => {
    try {
      const connection = await parts.activeProfile.connect();
      const decoded = await connection?.api().decodeAuthorizationMessage(encoded);
      if (decoded === undefined) return;
      const denial = decodedDenial(decoded);
      if (denial !== undefined) return await tellError(parts, denial);
      await parts.ui.show({ title: 'What AWS denied', language: 'json', text: decoded });
    } catch (failure) {
      await tellError(parts, failure);
    }
  };
  return [{ label: 'Decode Message', run: decode }];
}

function malformedPolicy(
  { ui, openPolicies }: Parts,
  error: unknown,
  step: Step | undefined,
): readonly Offer[] {
  const document = step && documentOf(step);
  const fault = policyFaultOf(error);
  if (document === undefined || fault === undefined) return [];
  const open = async () => {
    const source = (await openPolicies.all()).find(({ text }) => text === document);
    if (source === undefined) return ui.show({ title: 'Refused policy', language: 'json', text: document });
    await ui.open(source.uri, faultRange(fault, source, await openPolicies.written(source)));
  };
  return [{ label: 'Open Policy', run: open }];
}

/** The policy that a step sends, as JSON. */
function documentOf(step: Step): string | undefined {
  if ('trustPolicy' in step) return step.trustPolicy;
  return 'document' in step ? step.document : undefined;
}

function indented(value: unknown): string {
  return JSON.stringify(value, undefined, 2);
}
