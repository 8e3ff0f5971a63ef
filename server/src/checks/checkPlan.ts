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
}

export type CheckPlans = { readonly [Name in keyof CheckedElements]: CheckPlan<Name> };

const known = new WeakMap<Catalog, Map<PolicyType, CheckPlans>>();

/** The checks of a policy type. Entries remember of each plan that it found nothing in them, so there is one for a catalog. */
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
