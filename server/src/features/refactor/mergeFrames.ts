import { conditionTests } from '../../access/conditionMeaning.ts';
import type { Redundancy } from '../../access/redundant.ts';
import { redundantActions } from '../../access/redundantActions.ts';
import { redundantResources } from '../../access/redundantResources.ts';
import { type ElementMeanings, elementMeanings } from '../../access/statementMeaning.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import type { OperatorFamily } from '../../policy/conditionOperator.ts';
import type { Statement } from '../../policy/model.ts';
import { literalOf, type Node, type ObjectNode } from '../../syntax/node.ts';

/**
 * A statement but for one element of which it may have more: with two statements that share `rest`, the lists of the
 * element can be put together, and what they say stays as it is.
 */
export interface Frame {
  readonly statement: Statement;
  /** As a person names the element. */
  readonly name: string;
  readonly rest: string;
  /** What the element says. */
  readonly says: string;
  /** Its lists by name: one, or one for each type of principal. */
  readonly lists: ReadonlyMap<string, Node>;
  /** Where a list that is missing goes. */
  readonly object: ObjectNode | undefined;
  /** Entries that say nothing beside the others. */
  readonly redundant: (texts: readonly string[], catalog: Catalog) => readonly Redundancy[];
}

/** The frames of a statement; none where a part of it is missing, wrong or not known. */
export function framesOf(statement: Statement): readonly Frame[] {
  const said = elementMeanings(statement);
  if (said === undefined) return [];
  return [
    ...listFrame(statement, said, 'action', (texts, catalog) => redundantActions(catalog, texts)),
    ...listFrame(statement, said, 'resource', redundantResources),
    ...principalFrame(statement, said),
    ...conditionFrames(statement, said),
  ];
}

function restOf(said: ElementMeanings, without: keyof ElementMeanings, more?: unknown): string {
  return JSON.stringify([without, { ...said, [without]: '' }, more]);
}

/** Not of `NotAction` and `NotResource`: what one statement leaves out, the other may allow. */
function listFrame(
  statement: Statement,
  said: ElementMeanings,
  which: 'action' | 'resource',
  redundant: Frame['redundant'],
): readonly Frame[] {
  const element = statement[which];
  if (element?.value === undefined || element.name.startsWith('Not')) return [];
  const { name, value } = element;
  const lists = new Map([[name, value]]);
  return [
    { statement, name, rest: restOf(said, which), says: said[which], lists, object: undefined, redundant },
  ];
}

const none: Frame['redundant'] = () => [];

function principalFrame(statement: Statement, said: ElementMeanings): readonly Frame[] {
  const { principal } = statement;
  if (principal?.name !== 'Principal' || principal.value?.kind !== 'object') return [];
  if (principal.entries.some(({ node }) => literalOf(node) === '*')) return [];
  const object = principal.value;
  const lists = new Map(
    object.members.flatMap(({ key, value }) =>
      value === undefined ? [] : [[literalOf(key) ?? '', value] as const],
    ),
  );
  const { name } = principal;
  const rest = restOf(said, 'principal');
  return [{ statement, name, rest, says: said.principal, lists, object, redundant: none }];
}

/** Several truth values or limits are no choice that anyone would write. */
const choices: ReadonlySet<OperatorFamily> = new Set(['String', 'Arn', 'IpAddress']);

/**
 * One for each key of which it is enough to meet one value. Source: IAM User Guide, Conditions with multiple context
 * keys or values (reference_policies_condition-logic-multiple-context-keys-or-values.html).
 */
function conditionFrames(statement: Statement, said: ElementMeanings): readonly Frame[] {
  const { condition } = statement;
  const tests = (condition && conditionTests(condition)) ?? [];
  return tests.flatMap(({ entry, operator, key, values }): Frame[] => {
    const { value, block } = entry;
    const known = block.operator;
    const isText = entry.values.every((node) => literalOf(node) !== undefined);
    if (value === undefined || known === undefined || !isText || values.length === 0) return [];
    if (known.negated || known.set === 'ForAllValues' || !choices.has(known.family)) return [];
    const others = tests
      .filter((test) => test.entry !== entry)
      .map((test) => JSON.stringify([test.operator, test.key, test.values]))
      .sort();
    const name = literalOf(entry.key) ?? key;
    const rest = restOf(said, 'condition', [operator, key, others]);
    const lists = new Map([[key, value]]);
    return [{ statement, name, rest, says: values.join('\n'), lists, object: undefined, redundant: none }];
  });
}
