import type { ListElement, PrincipalElement, Statement } from '../policy/model.ts';
import { includesPattern } from '../policy/wildcard.ts';
import { literalOf } from '../syntax/node.ts';

/**
 * The Deny statement of the same policy that turns away all that an Allow statement lets through, so that the Allow
 * never applies; without conditions of its own. Undefined as well where a part of either is not known.
 */
export function deniedWhole(statement: Statement): Statement | undefined {
  if (statement.effect?.allows !== 'Allow') return undefined;
  return statement.policy.statements.find(
    (other) =>
      other.effect?.allows === 'Deny' &&
      other.condition === undefined &&
      includesList(other.action, statement.action, (text) => text.toLowerCase()) &&
      (statement.resource === undefined
        ? other.resource === undefined
        : includesList(other.resource, statement.resource, (text) => text)) &&
      includesPrincipals(other.principal, statement.principal),
  );
}

function includesList(
  outer: ListElement<string> | undefined,
  inner: ListElement<string> | undefined,
  meant: (text: string) => string,
): boolean {
  if (outer === undefined || inner === undefined) return false;
  if (outer.name.startsWith('Not') || inner.name.startsWith('Not') || inner.entries.length === 0)
    return false;
  const patterns = outer.entries.flatMap((node) => literalOf(node) ?? []).map(meant);
  return inner.entries.every((node) => {
    const text = literalOf(node);
    return text !== undefined && patterns.some((pattern) => includesPattern(pattern, meant(text)));
  });
}

/** Whom a Deny on some principals reaches, their sessions say as well; so only everyone counts. */
function includesPrincipals(
  outer: PrincipalElement | undefined,
  inner: PrincipalElement | undefined,
): boolean {
  if (outer === undefined || inner === undefined) return outer === inner;
  if (outer.name !== 'Principal' || inner.name !== 'Principal') return false;
  return outer.everyone || outer.entries.some(({ type, node }) => type === 'AWS' && literalOf(node) === '*');
}
