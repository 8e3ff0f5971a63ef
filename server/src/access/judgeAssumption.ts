import { parseActionName } from '../policy/actionName.ts';
import type { ConditionEntry, PolicyDocument, PrincipalEntry, Statement } from '../policy/model.ts';
import { parsePrincipal } from '../policy/principalArn.ts';
import { matchesPattern } from '../policy/wildcard.ts';
import { literalOf } from '../syntax/node.ts';
import { evaluateCondition, type RequestContext, type Truth } from './evaluateCondition.ts';

/** Somebody who asks STS for a session of the role with credentials of AWS. */
export interface AssumptionRequest {
  /** Of `sts:GetCallerIdentity`. */
  readonly callerArn: string;
  /** Of `sts:GetCallerIdentity`: `AROA…:session`, `AIDA…`, or the account's id for its root user. */
  readonly callerId: string;
  /** The actions the request needs: `sts:AssumeRole`, and `sts:TagSession` or `sts:SetSourceIdentity` where it sends these. */
  readonly actions: readonly string[];
  readonly context: RequestContext;
}

/** How a statement names the caller: himself, or his account, whose own policies then have to allow it too. */
export type PrincipalMatch = 'caller' | 'account' | 'no' | 'unknown';

/** What stands between the request and one Allow statement. */
export interface Hindrance {
  readonly statement: Statement;
  readonly principal: PrincipalMatch;
  /** Conditions that do not hold, or of which it is not known. */
  readonly conditions: readonly { readonly entry: ConditionEntry; readonly holds: false | undefined }[];
}

export type ActionJudgement =
  | { readonly outcome: 'allowed'; readonly by: 'caller' | 'account'; readonly statement: Statement }
  | { readonly outcome: 'denied'; readonly statement: Statement }
  /** No statement surely allows it, and this one may. */
  | { readonly outcome: 'unknown'; readonly nearest: Hindrance }
  /** No statement allows it; the one that needs the least change to, if any speaks of the action or of the caller. */
  | { readonly outcome: 'refused'; readonly nearest: Hindrance | undefined; readonly actionNamed: boolean };

/**
 * Judges each action of a request by a role trust policy alone, not by what the caller's own policies allow. Source:
 * IAM User Guide, AWS JSON policy elements: Principal, and Policy evaluation logic.
 */
export function judgeAssumption(
  policy: PolicyDocument,
  request: AssumptionRequest,
): ReadonlyMap<string, ActionJudgement> {
  return new Map(request.actions.map((action) => [action, judgeAction(policy, request, action)]));
}

function judgeAction(policy: PolicyDocument, request: AssumptionRequest, action: string): ActionJudgement {
  const onAction = policy.statements.filter((statement) => speaksOf(statement, action));
  const hindrances = onAction.map((statement) => hindranceOf(statement, request));
  const ofEffect = (effect: 'Allow' | 'Deny') =>
    hindrances.filter(({ statement }) => statement.effect?.allows === effect);
  const denying = ofEffect('Deny');
  const denied = denying.find((one) => truthOf(one) === true);
  if (denied !== undefined) return { outcome: 'denied', statement: denied.statement };
  const perhapsDenied = denying.find((one) => truthOf(one) === undefined);
  const allowing = ofEffect('Allow');
  const sure = allowing.filter((one) => truthOf(one) === true);
  const allowed = sure.find(({ principal }) => principal === 'caller') ?? sure[0];
  if (allowed !== undefined) {
    if (perhapsDenied !== undefined) return { outcome: 'unknown', nearest: perhapsDenied };
    const by = allowed.principal === 'account' ? 'account' : 'caller';
    return { outcome: 'allowed', by, statement: allowed.statement };
  }
  const perhaps = allowing.find((one) => truthOf(one) === undefined);
  if (perhaps !== undefined) return { outcome: 'unknown', nearest: perhaps };
  const nearest = nearestOf(allowing);
  if (nearest !== undefined) return { outcome: 'refused', nearest, actionNamed: true };
  const others = policy.statements
    .filter(({ effect }) => effect?.allows === 'Allow')
    .map((statement) => hindranceOf(statement, request));
  return { outcome: 'refused', nearest: nearestOf(others), actionNamed: false };
}

/** A statement that names the caller comes before one that does not, then the one with fewer conditions in the way. */
function nearestOf(hindrances: readonly Hindrance[]): Hindrance | undefined {
  const distance = ({ principal, conditions }: Hindrance) =>
    (principal === 'no' ? 1000 : 0) + conditions.length;
  return [...hindrances].sort((one, other) => distance(one) - distance(other))[0];
}

function truthOf({ principal, conditions }: Hindrance): Truth {
  if (principal === 'no' || conditions.some(({ holds }) => holds === false)) return false;
  return principal === 'unknown' || conditions.length > 0 ? undefined : true;
}

function speaksOf({ action }: Statement, name: string): boolean {
  const named = (action?.entries ?? []).some((entry) => {
    const text = literalOf(entry);
    return text !== undefined && parseActionName(text) !== undefined
      ? matchesPattern(name.toLowerCase(), text.toLowerCase())
      : text === '*';
  });
  return action?.name === 'NotAction' ? !named : named;
}

function hindranceOf(statement: Statement, request: AssumptionRequest): Hindrance {
  const entries = (statement.condition?.operators ?? []).flatMap(({ conditions }) => conditions);
  return {
    statement,
    principal: matchOf(statement, request),
    conditions: entries.flatMap((entry) => {
      const holds = evaluateCondition(entry, request.context);
      return holds === true ? [] : [{ entry, holds }];
    }),
  };
}

function matchOf({ principal }: Statement, request: AssumptionRequest): PrincipalMatch {
  if (principal === undefined) return 'unknown';
  const matches: readonly PrincipalMatch[] = principal.everyone
    ? ['caller']
    : principal.entries.map((entry) => matchEntry(entry, request));
  const best = (['caller', 'account', 'unknown'] as const).find((one) => matches.includes(one)) ?? 'no';
  if (principal.name === 'Principal') return best;
  return best === 'unknown' ? 'unknown' : best === 'no' ? 'caller' : 'no';
}

function matchEntry({ type, node }: PrincipalEntry, request: AssumptionRequest): PrincipalMatch {
  const text = literalOf(node);
  if (text === undefined) return 'unknown';
  if (type !== 'AWS') return 'no';
  const named = parsePrincipal('AWS', text);
  const caller = parsePrincipal('AWS', request.callerArn);
  if (named === undefined || caller === undefined || !('account' in caller)) return 'unknown';
  switch (named.kind) {
    case 'everyone':
      return 'caller';
    case 'account':
    case 'root':
      return named.account === caller.account ? 'account' : 'no';
    case 'role': {
      // The ARN of a session has the role's name without its path.
      const isSession = caller.kind === 'assumedRole' && caller.role === named.name;
      return text === request.callerArn || (isSession && caller.account === named.account) ? 'caller' : 'no';
    }
    case 'uniqueId':
      return request.callerId.split(':')[0] === named.id ? 'caller' : 'no';
    default:
      return text === request.callerArn ? 'caller' : 'no';
  }
}
