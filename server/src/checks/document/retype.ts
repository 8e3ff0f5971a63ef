import type { ElementName } from '../../policy/shape/shapeProblem.ts';
import { literalOf, type Node } from '../../syntax/node.ts';
import type { JsonValue, TreeEdit } from '../../syntax/treeEdit.ts';
import type { Fix } from '../check.ts';
import { jsonOf } from '../splitStatement.ts';
import { currentVersion } from './versionFix.ts';

/** Fixes for a value of the wrong JSON type: what it says in the right one. */
export function retype(node: Node, element: ElementName): Fix[] {
  if (element === 'Version') return [to(currentVersion, node)];
  if (node.kind === 'number' && (element === 'Sid' || element === 'Id'))
    return [to(String(node.value), node)];
  if (node.kind !== 'array') return [];
  if (node.parent?.kind === 'array') return flatten(node, node.parent.items.length);
  const value = element === 'Principal' || element === 'NotPrincipal' ? byType(node.items) : undefined;
  if (value !== undefined) return [to(value, node)];
  const [only] = node.items;
  const single = node.items.length === 1 ? jsonOf(only) : undefined;
  return single === undefined || Array.isArray(single) ? [] : [to(single, node)];
}

function to(value: JsonValue, node: Node): Fix {
  return {
    title: `Change to ${JSON.stringify(value)}`,
    edits: [{ edit: 'replace', node, value }],
    safe: false,
  };
}

/** The entries of a list within a list, in its place. */
function flatten(node: Node & { readonly kind: 'array' }, siblings: number): Fix[] {
  const { parent } = node;
  if (parent?.kind !== 'array') return [];
  const texts = node.items.flatMap((item) => literalOf(item) ?? []);
  if (texts.length < node.items.length || (texts.length === 0 && siblings === 1)) return [];
  const [first, ...others] = texts;
  const edits: TreeEdit[] =
    first === undefined
      ? [{ edit: 'remove', node }]
      : [
          { edit: 'replace', node, value: first },
          ...others.map((value): TreeEdit => ({ edit: 'addItem', array: parent, value, after: node })),
        ];
  return [{ title: 'Put the entries into one list', edits, safe: false }];
}

/** A list of principals under the keys they belong to; undefined where one of them does not show its key. */
function byType(items: readonly Node[]): JsonValue | undefined {
  const lists: Record<string, string[]> = {};
  for (const item of items) {
    const text = literalOf(item) ?? '';
    const type = principalType(text);
    if (type === undefined) return undefined;
    const list = lists[type] ?? [];
    list.push(text);
    lists[type] = list;
  }
  const entries = Object.entries(lists).map(([type, list]) => [
    type,
    list.length > 1 ? list : (list[0] ?? ''),
  ]);
  return items.length > 0 ? Object.fromEntries(entries) : undefined;
}

function principalType(text: string): 'AWS' | 'Service' | 'Federated' | undefined {
  if (/^[\w.-]+\.amazonaws\.com(\.cn)?$/.test(text)) return 'Service';
  if (/:(saml|oidc)-provider\//.test(text)) return 'Federated';
  return /^(\d{12}|arn:.*)$/.test(text) ? 'AWS' : undefined;
}
