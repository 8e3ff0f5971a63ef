import {
  type ActionJudgement,
  type AssumptionRequest,
  type Hindrance,
  judgeAssumption,
} from '../access/judgeAssumption.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { ConditionEntry, PolicyDocument, Statement } from '../policy/model.ts';
import type { AssumptionVerdict } from '../protocol.ts';
import { literalOf } from '../syntax/node.ts';
import { clause } from './conditionSentence.ts';
import { principalPhrase } from './principalPhrase.ts';
import { statementName } from './statementName.ts';
import { type TrustMending, trustCaller } from './trustCaller.ts';

export interface AssumptionExplanation extends AssumptionVerdict {
  readonly mending: TrustMending | undefined;
}

const severest = ['denied', 'refused', 'unknown', 'allowed'] as const;

/** What a trust policy makes of a request for a session, and why, with a mended policy where the policy is the cause. */
export function explainAssumption(
  policy: PolicyDocument,
  request: AssumptionRequest,
  trustedArn: string,
  catalog: Catalog,
): AssumptionExplanation {
  const judged = [...judgeAssumption(policy, request)];
  const outcome =
    severest.find((one) => judged.some(([, { outcome }]) => outcome === one)) ?? ('unknown' as const);
  return {
    outcome,
    reasons: [...new Set(judged.flatMap(([action, one]) => reasonsOf(action, one, request, catalog)))],
    needsOwnPermission: judged.some(([, one]) => one.outcome === 'allowed' && one.by === 'account'),
    mending: trustCaller(policy, judged, trustedArn),
  };
}

function reasonsOf(
  action: string,
  judgement: ActionJudgement,
  request: AssumptionRequest,
  catalog: Catalog,
): readonly string[] {
  switch (judgement.outcome) {
    case 'allowed':
      return [];
    case 'denied':
      return [`${nameOf(judgement.statement)} denies ${action} to this caller.`];
    case 'unknown':
      return hindranceReasons(judgement.nearest, request);
    case 'refused': {
      const { nearest, actionNamed } = judgement;
      if (nearest === undefined || !actionNamed)
        return [`No statement of the trust policy allows ${action}.`];
      const who = principalPhrase('AWS', request.callerArn, catalog);
      const unnamed = `No statement of the trust policy that allows ${action} names the caller, ${who}.`;
      return [...(nearest.principal === 'no' ? [unnamed] : []), ...hindranceReasons(nearest, request)];
    }
  }
}

function hindranceReasons(
  { conditions, statement }: Hindrance,
  request: AssumptionRequest,
): readonly string[] {
  return conditions.map(({ entry, holds }) => {
    const key = literalOf(entry.key)?.toLowerCase() ?? '';
    const given = request.context.get(key);
    const told = holds === false ? conditionReasons[key]?.(given ?? []) : undefined;
    return told ?? generalReason(entry, statement, holds, given);
  });
}

/** What to do where a condition on a well-known key does not hold. */
const conditionReasons: Readonly<Record<string, (given: readonly string[]) => string>> = {
  'sts:externalid': (given) =>
    given.length === 0
      ? 'The trust policy asks for an external ID (sts:ExternalId), and none was given: give the one agreed with the role’s owner.'
      : 'The external ID (sts:ExternalId) is not the one the trust policy asks for: give the one agreed with the role’s owner.',
  'aws:multifactorauthpresent': () =>
    'The trust policy asks for multi-factor authentication (aws:MultiFactorAuthPresent), and the caller signed in without it: give the code of an MFA device.',
  'aws:multifactorauthage': () =>
    'The trust policy asks for a recent multi-factor authentication (aws:MultiFactorAuthAge): sign in with MFA again.',
  'sts:sourceidentity': (given) =>
    given.length === 0
      ? 'The trust policy asks for a source identity (sts:SourceIdentity), and none was given: set one.'
      : 'The trust policy asks for another source identity (sts:SourceIdentity) than the one given.',
  'sts:rolesessionname': () =>
    'The trust policy asks for another session name (sts:RoleSessionName) than the one given.',
};

function generalReason(
  entry: ConditionEntry,
  statement: Statement,
  holds: false | undefined,
  given: readonly string[] | undefined,
): string {
  const { operator } = entry.block;
  const wanted = operator === undefined ? (literalOf(entry.key) ?? 'a condition') : clause(operator, entry);
  if (holds === undefined)
    return `${nameOf(statement)} applies only when ${wanted}, which cannot be told from here.`;
  const is = given === undefined || given.length === 0 ? 'it is absent' : `it is ${given.join(', ')}`;
  return `${nameOf(statement)} applies only when ${wanted}, and here ${is}.`;
}

function nameOf(statement: Statement): string {
  return `The statement “${statementName(statement)}” of the trust policy`;
}
