import { writtenPattern } from '../../../server/src/access/arnPattern.ts';
import { conditionTests } from '../../../server/src/access/conditionMeaning.ts';
import { expandAction } from '../../../server/src/access/expandAction.ts';
import { meets, typesOf } from '../../../server/src/access/reachesEvery.ts';
import type { RefactorItem, RefactorKind } from '../../../server/src/features/refactor/refactorItem.ts';
import { refactorings } from '../../../server/src/features/refactor/refactorings.ts';
import type { ConditionElement, PolicyDocument } from '../../../server/src/policy/model.ts';
import type { PolicyKind } from '../../../server/src/policy/policyType.ts';
import { readDocument } from '../../../server/src/policy/readDocument.ts';
import { includesPattern } from '../../../server/src/policy/wildcard.ts';
import { defaultSettings } from '../../../server/src/protocol.ts';
import { literalOf } from '../../../server/src/syntax/node.ts';
import { applyTextEdits } from '../../../server/src/syntax/textEdits.ts';
import { testCatalog } from '../../catalog.ts';
import { readMarks } from '../../markedText.ts';

export interface Refactored {
  readonly item: RefactorItem;
  readonly before: string;
  readonly after: string;
}

/** What a kind of refactoring offers where `«…»` is selected, each with the document after it. */
export function refactor(kind: RefactorKind, marked: string, chosen?: PolicyKind): Refactored[] {
  const { text, spans } = readMarks(marked);
  const file = readDocument(text, { chosen });
  const context = { catalog: testCatalog(), settings: defaultSettings };
  const span = spans[0] ?? { start: 0, end: 0 };
  return refactorings(file, span, (one) => one === kind, context).map((item) => ({
    item,
    before: text,
    after: applyTextEdits(text, item.edits),
  }));
}

/** The only thing on offer; an error when there is none, or a choice. */
export function refactorOnly(kind: RefactorKind, marked: string, chosen?: PolicyKind): Refactored {
  const [only, ...others] = refactor(kind, marked, chosen);
  if (only === undefined || others.length > 0)
    throw new Error(`${others.length + (only ? 1 : 0)} items of ${kind} for ${marked}`);
  return only;
}

export function policyIn(text: string, chosen?: PolicyKind): PolicyDocument {
  const [found] = readDocument(text, { chosen }).policies;
  if (found === undefined) throw new Error(`No policy in ${text}`);
  return found.policy;
}

/**
 * What the statements of policies say together, however they are split: a line for each effect, principal, action,
 * resource and condition, but for actions on resources of types they do not take.
 */
export function meaningOf(...policies: readonly PolicyDocument[]): string[] {
  const lines = policies.flatMap(({ statements }) =>
    statements.flatMap((statement) => {
      const { effect, action, principal, resource, condition } = statement;
      const actions = (action?.entries ?? []).flatMap((node) => {
        const text = literalOf(node) ?? '';
        const matched = expandAction(testCatalog(), text).map(({ prefix, name }) => `${prefix}:${name}`);
        return matched.length === 0 ? [text.toLowerCase()] : matched;
      });
      const unique = [...new Set(actions)].sort();
      const combined = action?.name === 'NotAction' ? [`all but ${unique.join()}`] : unique;
      const principals = principal?.entries.map(({ type, node }) => `${type} ${literalOf(node)}`) ?? [];
      const callers = principal === undefined ? [''] : principals.length > 0 ? principals : ['everyone'];
      const resources = (resource?.entries ?? []).map(
        (node) => literalOf(node) ?? JSON.stringify(node.parts),
      );
      const widest = resources.filter(
        (one) => !resources.some((other) => other !== one && includesPattern(other, one)),
      );
      const places = resource?.name === 'NotResource' ? [`all but ${widest.sort().join()}`] : widest;
      return combined.flatMap((one) =>
        callers.flatMap((caller) =>
          (places.length > 0 ? places : [''])
            .filter((place) => mayBeUsedOn(one, place))
            .flatMap((place) =>
              conditionsOf(condition).map((tested) =>
                [effect?.allows, principal?.name, caller, one, place, tested].join(' | '),
              ),
            ),
        ),
      );
    }),
  );
  return [...new Set(lines)].sort();
}

/** A line for each choice of values, where it is enough to meet one of them. */
function conditionsOf(condition: ConditionElement | undefined): string[] {
  const tests = (condition && conditionTests(condition)) ?? [];
  const choices = tests.map(({ entry: { block }, operator, key, values }) => {
    const isChoice = block.operator?.negated === false && block.operator.set !== 'ForAllValues';
    return (isChoice ? values : [values.join()]).map((value) => `${operator} ${key} ${value}`);
  });
  return choices
    .reduce<string[][]>((lines, own) => lines.flatMap((line) => own.map((one) => [...line, one])), [[]])
    .map((line) => line.sort().join(', '));
}

function mayBeUsedOn(action: string, place: string): boolean {
  const [known] = /^[^*?]+$/.test(action) ? expandAction(testCatalog(), action) : [];
  const pattern = writtenPattern(place);
  if (known === undefined || pattern === undefined || pattern.service === '*') return true;
  return typesOf(known, testCatalog()).some((type) => meets(pattern, type));
}
