import { actionsWithoutTags } from '../../access/sendsTags.ts';
import type { Effect, Statement } from '../../policy/model.ts';
import { hasWildcard } from '../../policy/wildcard.ts';
import { literalOf, type StringNode } from '../../syntax/node.ts';
import type { CheckContext, Fix } from '../check.ts';
import { fixWith } from '../listFixes.ts';
import { moveAction } from '../moveActions.ts';
import { resourceTagConditions, type TagCondition } from './resourceTagConditions.ts';

/** Reports each entry of Action with an action that sends no tags; the condition keys are related places. */
export function reportListedActions(
  statement: Statement,
  effect: Effect,
  { catalog, report }: CheckContext,
): void {
  const conditions = resourceTagConditions(statement, effect, 'Action');
  if (conditions.length === 0) return;
  const names = [...new Set(conditions.map(({ name }) => name))].join(' and ');
  const related = conditions.map(({ key }) => key);
  for (const node of statement.action?.entries ?? []) {
    const text = literalOf(node) ?? '';
    const without = actionsWithoutTags(catalog, text);
    if (without.length === 0) continue;
    const never = `this statement never ${effect === 'Allow' ? 'allows' : 'denies'}`;
    const what = hasWildcard(text)
      ? `${text} includes ${shown(without)} that never send ${names}, and ${never} these; move what needs no tags`
      : `${text} never sends ${names}, so ${never} it; move it`;
    report({
      node,
      related,
      message: `${what} to a statement without this condition.`,
      fixes: () => moveOut(statement, node, conditions),
    });
  }
}

/** Not into a Deny of every resource, nor with the actions of a wildcard that do send tags. */
function moveOut(statement: Statement, node: StringNode, conditions: readonly TagCondition[]): Fix[] {
  const everywhere = statement.resource?.entries.some((entry) => literalOf(entry) === '*');
  const text = literalOf(node) ?? '';
  if (hasWildcard(text) || (everywhere && statement.effect?.allows === 'Deny')) return [];
  const name = conditions.map((one) => one.name).join(' and ');
  return fixWith(`Move ${text} to a statement without ${name}`, moveAction(statement, node, conditions));
}

function shown(actions: ReturnType<typeof actionsWithoutTags>): string {
  if (actions === 'every service') return 'actions of many services';
  const [first] = actions;
  const example = first === undefined ? '' : `${first.prefix}:${first.name}`;
  return actions.length === 1 ? `actions (${example})` : `${actions.length} actions, such as ${example},`;
}
