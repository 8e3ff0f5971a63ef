import type { Catalog } from '../catalog/catalog.ts';
import type { PolicyType } from '../policy/policyType.ts';
import { allChecks } from './allChecks.ts';
import type { Check, CheckedElements } from './check.ts';

/** The checks that ask for an element, for one policy type. */
export interface CheckPlan {
  /** Those that judge an entry by its text alone. */
  readonly byText: readonly Check[];
  readonly others: readonly Check[];
}

export type CheckPlans = ReadonlyMap<keyof CheckedElements, CheckPlan>;

const plansByType = new Map<PolicyType, CheckPlans>();

export function checkPlans(type: PolicyType): CheckPlans {
  const known = plansByType.get(type);
  if (known !== undefined) return known;
  const plans = new Map<keyof CheckedElements, { byText: Check[]; others: Check[] }>();
  for (const check of allChecks) {
    if (!check.types.includes(type)) continue;
    const plan = plans.get(check.element) ?? { byText: [], others: [] };
    (check.byTextAlone ? plan.byText : plan.others).push(check);
    plans.set(check.element, plan);
  }
  plansByType.set(type, plans);
  return plans;
}

/** Texts in which the checks by text alone found nothing, by policy type and element. */
export type SoundTexts = Map<keyof CheckedElements, Set<string>>;

const soundTexts = new WeakMap<Catalog, Map<PolicyType, SoundTexts>>();

/** The texts that were found sound with a catalog, to be added to. */
export function soundTextsOf(catalog: Catalog, type: PolicyType): SoundTexts {
  let byType = soundTexts.get(catalog);
  if (byType === undefined) {
    byType = new Map();
    soundTexts.set(catalog, byType);
  }
  let texts = byType.get(type);
  if (texts === undefined) {
    texts = new Map();
    byType.set(type, texts);
  }
  return texts;
}

/** All entries of AWS's own policies are fewer; a session that meets more starts anew. */
const mostRemembered = 40_000;

export function rememberSound(texts: SoundTexts, name: keyof CheckedElements, text: string): void {
  const known = texts.get(name);
  if (known === undefined || known.size >= mostRemembered) texts.set(name, new Set([text]));
  else known.add(text);
}
