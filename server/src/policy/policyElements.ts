import type { PolicyType } from './policyType.ts';
import { type DocumentElement, type StatementElement, statementElements } from './shape/shapeProblem.ts';

/** Elements in the order they are offered, which is the one AWS's grammar prints them in. */
interface PolicyElements {
  readonly document: readonly DocumentElement[];
  readonly statement: readonly StatementElement[];
}

const permissions: PolicyElements = {
  document: ['Version', 'Statement'],
  statement: ['Sid', 'Effect', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition'],
};

/**
 * The elements each type of policy takes. Source: IAM User Guide, Grammar of the IAM JSON policy language;
 * AWS Organizations User Guide, SCP syntax and RCP syntax.
 */
export const policyElements: Readonly<Record<PolicyType, PolicyElements>> = {
  identity: permissions,
  boundary: permissions,
  session: permissions,
  scp: permissions,
  trust: {
    document: ['Version', 'Id', 'Statement'],
    statement: ['Sid', 'Effect', 'Principal', 'Action', 'NotAction', 'Condition'],
  },
  resource: {
    document: ['Version', 'Id', 'Statement'],
    statement: statementElements,
  },
  rcp: {
    document: ['Version', 'Statement'],
    statement: ['Sid', 'Effect', 'Principal', 'Action', 'Resource', 'NotResource', 'Condition'],
  },
};

/** The element a statement cannot have beside this one. */
export const counterparts: Partial<Readonly<Record<StatementElement, StatementElement>>> = {
  Principal: 'NotPrincipal',
  NotPrincipal: 'Principal',
  Action: 'NotAction',
  NotAction: 'Action',
  Resource: 'NotResource',
  NotResource: 'Resource',
};
