import type { PrincipalEntry, Statement } from '../../policy/model.ts';
import { parsePrincipal } from '../../policy/principalArn.ts';
import { literalOf, type Node, type StringNode } from '../../syntax/node.ts';
import { includesAction } from './includesAction.ts';

const assumeActions = ['sts:assumerole', 'sts:assumerolewithsaml', 'sts:assumerolewithwebidentity'] as const;

/** The actions by which a role is assumed, in lower case. */
export type AssumeAction = (typeof assumeActions)[number];

/** An action of an Allow statement, and the principals that cannot assume a role by it. */
export interface Mismatch {
  readonly name: AssumeAction;
  readonly node: StringNode;
  readonly strangers: readonly PrincipalEntry[];
}

/**
 * The actions by which principals of a trust policy's statement cannot assume the role: all its principals, or some
 * that none of its actions suits. None where a principal is not known yet.
 */
export function mismatches(statement: Statement): readonly Mismatch[] {
  const { principal, action, effect } = statement;
  if (effect?.allows !== 'Allow' || principal?.name !== 'Principal' || action?.name !== 'Action') return [];
  if (isOpen(principal.value)) return [];
  const listed = action.entries.flatMap((node) => {
    const text = literalOf(node)?.toLowerCase();
    const name = assumeActions.find((one) => one === text);
    return name === undefined ? [] : [{ name, node }];
  });
  const ways = principal.entries.map((entry) => ({ entry, way: wayOf(entry) }));
  const unsuited = ways.filter(({ way }) => way !== undefined && includesAction(statement, way) === 'no');
  return listed
    .map(({ name, node }, index) => {
      const suits = ways.some(({ way }) => way === undefined || way === name);
      // Those whom no action suits are told of once.
      const wrong = !suits ? ways : index === 0 ? unsuited : [];
      return { name, node, strangers: wrong.map(({ entry }) => entry) };
    })
    .filter(({ strangers }) => strangers.length > 0);
}

/** How a principal assumes roles; undefined where that is not known, and for everyone, who may do so in any way. */
export function wayOf({ type, node }: PrincipalEntry): AssumeAction | undefined {
  const text = literalOf(node);
  if (type === 'Service') return 'sts:assumerole';
  if (type === 'AWS') return text === '*' ? undefined : 'sts:assumerole';
  if (type !== 'Federated' || text === undefined) return undefined;
  switch (parsePrincipal(type, text)?.kind) {
    case 'samlProvider':
      return 'sts:assumerolewithsaml';
    case 'oidcProvider':
    case 'builtInProvider':
      return 'sts:assumerolewithwebidentity';
    default:
      return undefined;
  }
}

/** Whether a principal is still to be typed, or not known before the deployment. */
function isOpen(value: Node | undefined): boolean {
  if (value?.kind === 'array') return value.items.some(isOpen);
  if (value?.kind === 'object') return value.members.some((member) => isOpen(member.value));
  return value === undefined || value.kind === 'unknown';
}
