import type { Catalog } from '../catalog/catalog.ts';
import type { PolicyType } from '../policy/policyType.ts';
import { allChecks } from './allChecks.ts';
import type { CheckedElements } from './check.ts';
import type { CheckOf } from './defineCheck.ts';

/** The checks that ask for an element, for one policy type. */
export interface CheckPlan<Name extends keyof CheckedElements> {
  /** Those that judge an entry by its text alone. */
  readonly byText: readonly CheckOf<Name>[];
  readonly others: readonly CheckOf<Name>[];
  /** Of those by text alone, which find something in a text: mostly none. */
  readonly finders: Map<string, readonly CheckOf<Name>[]>;
}

export type CheckPlans = { readonly [Name in keyof CheckedElements]: CheckPlan<Name> };

const known = new WeakMap<Catalog, Map<PolicyType, CheckPlans>>();

/** The checks of a policy type, and what they found of texts with a catalog so far. */
export function checkPlans(catalog: Catalog, type: PolicyType): CheckPlans {
  let byType = known.get(catalog);
  if (byType === undefined) {
    byType = new Map();
    known.set(catalog, byType);
  }
  let plans = byType.get(type);
  if (plans === undefined) {
    plans = makePlans(type);
    byType.set(type, plans);
  }
  return plans;
}

function makePlans(type: PolicyType): CheckPlans {
  const plan = <Name extends keyof CheckedElements>(name: Name): CheckPlan<Name> => {
    const checks = allChecks.filter(
      (check) => check.element === name && check.types.includes(type),
    ) as unknown as CheckOf<Name>[];
    return {
      byText: checks.filter(({ byTextAlone }) => byTextAlone === true),
      others: checks.filter(({ byTextAlone }) => byTextAlone !== true),
      finders: new Map(),
    };
  };
  return {
    syntax: plan('syntax'),
    shape: plan('shape'),
    policy: plan('policy'),
    statement: plan('statement'),
    action: plan('action'),
    resource: plan('resource'),
    principal: plan('principal'),
    operator: plan('operator'),
    condition: plan('condition'),
    value: plan('value'),
    variableText: plan('variableText'),
  };
}

/** All entries of AWS's own policies are fewer; a session that meets more starts anew. */
const mostRemembered = 40_000;

export function rememberFinders<Name extends keyof CheckedElements>(
  { finders }: CheckPlan<Name>,
  text: string,
  found: readonly CheckOf<Name>[],
): void {
  if (finders.size >= mostRemembered) finders.clear();
  finders.set(text, found);
}

/** Whether no check can find anything in an entry of this text. */
export function isSound({ others, finders }: AnyPlan, text: string): boolean {
  return others.length === 0 && finders.get(text)?.length === 0;
}

interface AnyPlan {
  readonly others: readonly unknown[];
  readonly finders: ReadonlyMap<string, readonly unknown[]>;
}
