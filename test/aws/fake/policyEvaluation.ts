/** A small evaluation of policies, independent of the project's own: what the fake decides by. */
import { conditionHolds, type RequestContext } from './conditions.ts';
import { wildcard } from './wildcard.ts';

export type Decision = 'allowed' | 'explicitDeny' | 'implicitDeny';

export interface Statement {
  readonly Sid?: string;
  readonly Effect?: string;
  readonly Principal?: string | Readonly<Record<string, string | readonly string[]>>;
  readonly NotPrincipal?: unknown;
  readonly Action?: string | readonly string[];
  readonly NotAction?: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly NotResource?: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

export function statementsOf(document: string): readonly Statement[] {
  const { Statement } = JSON.parse(document);
  return Array.isArray(Statement) ? Statement : [Statement];
}

/** What identity-based policies say, and the index of the policy that decided, -1 for none. */
export function evaluate(
  policies: readonly string[],
  action: string,
  resource: string,
  context: RequestContext,
): { readonly decision: Decision; readonly policy: number } {
  const applying = policies.flatMap((document, policy) =>
    statementsOf(document)
      .filter((statement) => applies(statement, action, resource, context))
      .map(({ Effect }) => ({ Effect, policy })),
  );
  const deny = applying.find(({ Effect }) => Effect === 'Deny');
  if (deny !== undefined) return { decision: 'explicitDeny', policy: deny.policy };
  const allow = applying.find(({ Effect }) => Effect === 'Allow');
  if (allow !== undefined) return { decision: 'allowed', policy: allow.policy };
  return { decision: 'implicitDeny', policy: -1 };
}

/** Whether action, resource and condition are those of the statement; a statement without resources has any. */
export function applies(
  { Action, NotAction, Resource, NotResource, Condition = {} }: Statement,
  action: string,
  resource: string,
  context: RequestContext,
): boolean {
  const named = NotAction === undefined ? matches(Action, action, 'i') : !matches(NotAction, action, 'i');
  const onResource =
    NotResource === undefined ? matches(Resource ?? '*', resource, '') : !matches(NotResource, resource, '');
  return (
    named &&
    onResource &&
    Object.entries(Condition).every(([operator, keys]) =>
      Object.entries(keys).every(([key, values]) => conditionHolds(operator, key, listed(values), context)),
    )
  );
}

export function listed(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'object' ? value : [value];
}

function matches(patterns: string | readonly string[] | undefined, text: string, flags: string): boolean {
  return listed(patterns).some((pattern) => wildcard(pattern, flags).test(text));
}
