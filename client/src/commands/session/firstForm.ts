import { describePolicyRequest } from '../../../../server/src/protocol.ts';
import { parseRoleArn } from '../../roles/assume/roleArn.ts';
import {
  durationLimit,
  isSession,
  type SessionForm,
  sessionNameOf,
  usualDuration,
} from '../../roles/assume/sessionForm.ts';
import type { AwsApi, Caller, Role } from '../../roles/awsApi.ts';
import { AwsError } from '../../roles/awsError.ts';
import type { FormFacts } from './fillSessionForm.ts';
import type { SessionParts } from './sessionParts.ts';

export async function formFacts(api: AwsApi, caller: Caller, role: Role | undefined): Promise<FormFacts> {
  return {
    caller,
    limit: durationLimit(caller, role?.maxSessionDuration),
    // A session has no devices of its own.
    mfaDevices: isSession(caller) ? [] : ((await api.listMfaDevices().catch(ifRefused)) ?? []),
  };
}

/** The form as it is before anybody changes it, with what the trust policy asks for. */
export async function firstForm(
  { ask }: Pick<SessionParts, 'ask'>,
  roleArn: string,
  role: Role | undefined,
  { caller, limit, mfaDevices }: FormFacts,
): Promise<SessionForm> {
  const told = role && (await ask(describePolicyRequest, { text: role.trustPolicy, type: 'trust' }));
  const [externalId = '', ...others] = told?.externalIds ?? [];
  const isPlain = others.length === 0 && !/[*?$]/.test(externalId);
  return {
    roleArn,
    sessionName: sessionNameOf(caller),
    duration: usualDuration(limit),
    externalId: isPlain ? externalId : '',
    mfaSerial: told?.asksForMfa === true ? (mfaDevices[0] ?? '') : '',
    sourceIdentity: '',
    tags: {},
    transitiveTagKeys: [],
    policy: undefined,
  };
}

/** A role of the caller's own account; undefined where there is none, or it may not be read. */
export async function readOwnRole(api: AwsApi, caller: Caller, roleArn: string): Promise<Role | undefined> {
  const arn = parseRoleArn(roleArn);
  if (arn === undefined || arn.account !== caller.account) return undefined;
  return api.getRole(arn.name).catch(ifRefused);
}

/** What may not be read is done without. */
export function ifRefused(error: unknown): undefined {
  if (!(error instanceof AwsError)) throw error;
}
