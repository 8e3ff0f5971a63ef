import type { Caller } from '../awsApi.ts';
import type { SessionForm } from './sessionForm.ts';
import { isSession, neededActions } from './sessionForm.ts';

/** The parameters of the server's `iamRoles/judgeAssumption`, but for the trust policy. */
export interface SessionContext {
  readonly callerArn: string;
  readonly callerId: string;
  readonly trustedArn: string;
  readonly actions: readonly string[];
  readonly context: Readonly<Record<string, readonly string[]>>;
}

/**
 * What the request that a form stands for carries, as far as it can be told without asking AWS. `trustedArn` is the ARN
 * of the caller's role, or the caller's own. Source: IAM User Guide, AWS global condition context keys, and Available
 * keys for AWS STS.
 */
export function sessionContext(
  form: SessionForm,
  caller: Caller,
  trustedArn: string,
  now: Date,
): SessionContext {
  const given = (text: string) => (text === '' ? [] : [text]);
  const withMfa = form.mfaSerial !== '';
  return {
    callerArn: caller.arn,
    callerId: caller.userId,
    trustedArn,
    actions: neededActions(form),
    context: {
      'sts:ExternalId': given(form.externalId),
      'sts:RoleSessionName': [form.sessionName],
      'sts:SourceIdentity': given(form.sourceIdentity),
      'sts:TransitiveTagKeys': form.transitiveTagKeys,
      'aws:TagKeys': Object.keys(form.tags),
      ...Object.fromEntries(
        Object.entries(form.tags).map(([key, value]) => [`aws:RequestTag/${key}`, [value]]),
      ),
      // The session of a caller that is one itself may have been made with MFA: that is not told.
      ...(withMfa
        ? { 'aws:MultiFactorAuthPresent': ['true'], 'aws:MultiFactorAuthAge': ['0'] }
        : !isSession(caller) && { 'aws:MultiFactorAuthPresent': [], 'aws:MultiFactorAuthAge': [] }),
      'aws:PrincipalArn': [trustedArn],
      'aws:PrincipalAccount': [caller.account],
      'aws:PrincipalIsAWSService': ['false'],
      'aws:userid': [caller.userId],
      'aws:CurrentTime': [now.toISOString()],
      // Only services that call for somebody send these.
      'aws:SourceAccount': [],
      'aws:SourceArn': [],
      'aws:SourceOrgID': [],
    },
  };
}
