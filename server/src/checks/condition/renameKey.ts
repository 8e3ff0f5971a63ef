import type { Catalog } from '../../catalog/catalog.ts';
import { findConditionKey } from '../../catalog/findConditionKey.ts';
import type { CheckedCondition, Fix } from '../check.ts';
import { changeCondition } from '../conditionFixes.ts';
import { fixWith } from '../listFixes.ts';
import { lacksPair } from './missing-paired-condition-keys.ts';
import { suitsKey } from './operatorTypes.ts';

/**
 * A fix for each documented key that may be meant, in the place of a condition's own; only for those that its operator
 * is made for.
 */
export function renameKey(condition: CheckedCondition, keys: readonly string[], catalog: Catalog): Fix[] {
  const { name, statement, block } = condition;
  const { operator } = block;
  if (name === undefined || operator === undefined) return [];
  return keys.flatMap((documented) => {
    const key = filledIn(documented, name);
    if (!suitsKey(operator, findConditionKey(catalog, key)) || lacksPair(key, statement)) return [];
    return fixWith(`Change to ${key}`, changeCondition(statement, condition, { key }));
  });
}

/** `aws:PrincipalTag/team` for the documented `aws:PrincipalTag/${TagKey}` and the written `aws:PrincipleTag/team`. */
function filledIn(documented: string, written: string): string {
  const rest = /^[^/:]*:[^/:]*[/:](.+)$/.exec(written)?.[1];
  return documented.replace(
    /\$\{([^}]+)\}|<[^>]+>|(?<=\/)(?:tag-key)?$/,
    (_, name: string | undefined) => rest ?? inCapitals(name ?? 'TagKey'),
  );
}

/** `TAG_KEY` for `TagKey`: what stands there until the author writes it. */
function inCapitals(name: string): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
}
