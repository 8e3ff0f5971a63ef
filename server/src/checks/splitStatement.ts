import type { Statement } from '../policy/model.ts';
import { literalOf, type Node, type ObjectNode } from '../syntax/node.ts';
import type { JsonValue, TreeEdit } from '../syntax/treeEdit.ts';

export type StatementJson = Readonly<Record<string, JsonValue>>;

/** Puts statements in the place of one; where it stands without a list, there is one then. */
export function splitStatement(
  { node, policy }: Statement,
  statements: readonly [StatementJson, ...StatementJson[]],
): TreeEdit[] {
  const { parent } = node;
  if (policy.level === 'statement' || parent === undefined) return [];
  if (parent.kind === 'object') return [{ edit: 'replace', node, value: statements }];
  const [first, ...others] = statements;
  return [
    { edit: 'replace', node, value: first },
    ...others.map((value): TreeEdit => ({ edit: 'addItem', array: parent, value, after: node })),
  ];
}

/** A statement as plain JSON; undefined while something in it is not known, or a key stands there twice. */
export function statementJson({ node }: Statement): StatementJson | undefined {
  return objectJson(node);
}

/** A node as plain JSON; undefined as for `statementJson`. */
export function jsonOf(node: Node | undefined): JsonValue | undefined {
  switch (node?.kind) {
    case 'string':
      return literalOf(node);
    case 'number':
    case 'boolean':
      return node.value;
    case 'null':
      return null;
    case 'object':
      return objectJson(node);
    case 'array':
      return all(node.items.map(jsonOf));
    default:
      return undefined;
  }
}

function objectJson({ members }: ObjectNode): StatementJson | undefined {
  const entries = all(members.map(({ key, value }) => entry(literalOf(key), jsonOf(value))));
  if (entries === undefined) return undefined;
  const json = Object.fromEntries(entries);
  return Object.keys(json).length === entries.length ? json : undefined;
}

function entry(key: string | undefined, value: JsonValue | undefined) {
  return key === undefined || value === undefined ? undefined : ([key, value] as const);
}

function all<One>(values: readonly (One | undefined)[]): readonly One[] | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === values.length ? known : undefined;
}
