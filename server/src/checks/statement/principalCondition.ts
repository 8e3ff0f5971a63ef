import type { PolicyDocument, PrincipalElement } from '../../policy/model.ts';
import { parsePrincipal } from '../../policy/principalArn.ts';
import { literalOf, type StringNode } from '../../syntax/node.ts';
import type { JsonValue, TreeEdit } from '../../syntax/treeEdit.ts';
import type { Fix } from '../check.ts';
import { addCondition } from '../commonFixes.ts';

/** The condition on `aws:PrincipalArn` that chooses the same callers. */
interface PrincipalCondition {
  readonly operator: 'ArnEquals' | 'ArnNotEquals';
  readonly arns: readonly string[];
}

/**
 * Fixes for a `Principal` or `NotPrincipal` that its policy does not take: a condition on `aws:PrincipalArn` says the
 * same. `everyone` goes in its place, where the policy must have a principal.
 */
export function principalToCondition(policy: PolicyDocument, key: StringNode, everyone?: JsonValue): Fix[] {
  const statement = policy.statements.find(({ node }) => node === key.parent);
  const { principal, effect } = statement ?? {};
  if (statement === undefined || principal?.key !== key || principal.value === undefined) return [];
  const change: TreeEdit[] =
    everyone === undefined
      ? [{ edit: 'remove', node: key }]
      : [
          ...(principal.name === 'Principal' ? [] : [{ edit: 'rename', key, name: 'Principal' } as const]),
          { edit: 'replace', node: principal.value, value: everyone },
        ];
  if (saysEveryone(principal)) {
    const title = everyone === undefined ? 'Remove Principal' : `Change to ${JSON.stringify(everyone)}`;
    return [{ title, edits: change, safe: true }];
  }
  const condition = principalCondition(principal);
  // Only a Deny with NotPrincipal means all others; an Allow would let them in.
  if (condition === undefined || (principal.name === 'NotPrincipal' && effect?.allows !== 'Deny'))
    return everyone === '*' ? [{ title: 'Change to "Principal": "*"', edits: change, safe: false }] : [];
  const { operator, arns } = condition;
  const value = arns.length > 1 ? arns : (arns[0] ?? '');
  const added = addCondition(statement, operator, 'aws:PrincipalArn', value);
  if (added.length === 0) return [];
  return [{ title: 'Change to a condition on aws:PrincipalArn', edits: [...change, ...added], safe: false }];
}

function saysEveryone({ name, everyone, entries }: PrincipalElement): boolean {
  const [first] = entries;
  const listed = entries.length === 1 && first?.type === 'AWS' && literalOf(first.node) === '*';
  return name === 'Principal' && (everyone || listed);
}

/**
 * What a `Principal` or `NotPrincipal` says, as a condition; undefined unless it holds nothing but the ARNs of roles
 * and users.
 */
function principalCondition({ name, value, entries }: PrincipalElement): PrincipalCondition | undefined {
  const arns = entries.flatMap(({ type, node }) => {
    const text = literalOf(node);
    const kind = type === 'AWS' && text !== undefined ? parsePrincipal(type, text)?.kind : undefined;
    return text !== undefined && (kind === 'role' || kind === 'user') ? [text] : [];
  });
  if (arns.length === 0 || arns.length < entries.length || value?.kind !== 'object') return undefined;
  return { operator: name === 'Principal' ? 'ArnEquals' : 'ArnNotEquals', arns };
}
