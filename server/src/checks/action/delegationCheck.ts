import type { Catalog } from '../../catalog/catalog.ts';
import { arnParts } from '../../policy/arn.ts';
import type { PolicyDocument, Statement } from '../../policy/model.ts';
import { includesPattern, matchesPattern } from '../../policy/wildcard.ts';
import { literalOf, type Node } from '../../syntax/node.ts';
import {
  analyzerPage,
  type Check,
  type CheckContext,
  type CheckDescription,
  identityTypes,
} from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { wholeArn } from '../resource/arnPatterns.ts';
import { type ActionForm, actionPlace } from './actionPlace.ts';
import { excludeAction, limitToService, type ServiceLimit } from './limitToService.ts';

/** One way of allowing an action that gives power to a service, on every role. */
export interface DelegationForm extends Pick<CheckDescription, 'code' | 'what' | 'bad' | 'good'> {
  readonly action: ActionForm;
  /** How the statement names the roles: by a pattern for all of them, or by naming others. */
  readonly resource: 'every role' | 'NotResource';
}

/** What the checks on one such action have in common. */
export interface DelegationFamily extends Pick<CheckDescription, 'severity' | 'why'> {
  readonly limit: ServiceLimit;
  /** A pattern that matches every role that is meant, as the resource part of an ARN. */
  readonly everyRole: string;
  fix(form: DelegationForm): string;
  /** Whether a condition on the service would do, for this form. */
  takesCondition(form: DelegationForm): boolean;
  /** Whether a condition names the service. */
  namesService(statement: Statement): boolean;
  /** Services that may be meant. */
  services(policy: PolicyDocument, catalog: Catalog): readonly string[];
  /** `text` is the entry that names the action. */
  message(form: DelegationForm, text: string | undefined): string;
}

/** AWS names the action and the resources as places of one finding. */
export function delegationCheck(form: DelegationForm, family: DelegationFamily): Check {
  const { severity, why } = family;
  return defineCheck({
    code: form.code,
    severity,
    types: identityTypes,
    element: 'statement',
    what: form.what,
    why,
    fix: family.fix(form),
    source: analyzerPage(form.code, severity),
    bad: form.bad,
    good: form.good,
    check(statement, context) {
      reportForm(form, family, statement, context);
    },
  });
}

function reportForm(
  form: DelegationForm,
  family: DelegationFamily,
  statement: Statement,
  { catalog, policy, report }: CheckContext,
): void {
  const { limit } = family;
  if (statement.effect?.allows !== 'Allow') return;
  const node = actionPlace(limit.action, form.action, statement, catalog);
  if (node === undefined) return;
  const related = resourcePlaces(form, family, statement);
  if (related.length === 0) return;
  const takesCondition = family.takesCondition(form);
  if (takesCondition && family.namesService(statement)) return;
  report({
    node,
    related,
    message: family.message(form, form.action === 'NotAction' ? undefined : literalOf(node)),
    fixes: () => [
      ...(takesCondition ? limitToService(statement, limit, family.services(policy, catalog), catalog) : []),
      ...excludeAction(statement, limit),
    ],
  });
}

function resourcePlaces(
  form: DelegationForm,
  { everyRole }: DelegationFamily,
  { resource: element }: Statement,
): readonly Node[] {
  if (element === undefined || (element.name === 'NotResource') !== (form.resource === 'NotResource'))
    return [];
  if (form.resource === 'NotResource') return element.value === undefined ? [] : [element.value];
  return element.entries.filter((node) => covers(literalOf(node) ?? '', everyRole));
}

/** A pattern with a part of the role's name or path is taken as chosen: AWS exempts `role/Service*`. */
function covers(text: string, everyRole: string): boolean {
  if (text === '*') return true;
  const arn = wholeArn(arnParts(text));
  return (
    arn !== undefined &&
    matchesPattern('iam', arn.service.text) &&
    includesPattern(arn.resource.text, everyRole)
  );
}
