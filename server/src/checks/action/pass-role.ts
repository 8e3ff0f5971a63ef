import { arnParts } from '../../policy/arn.ts';
import type { ConditionElement, Statement } from '../../policy/model.ts';
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
import { servicesPassedTo } from './likelyServices.ts';
import { excludeAction, limitToService, type ServiceLimit } from './limitToService.ts';
import { passRoleForms } from './passRoleForms.ts';

/** How a statement names the roles: by a pattern for all of them, or by naming others. */
export type ResourceForm = 'every role' | 'NotResource';

export interface PassRoleForm extends Pick<CheckDescription, 'code' | 'what' | 'bad' | 'good'> {
  readonly action: ActionForm;
  readonly resource: ResourceForm;
}

const limit: ServiceLimit = { action: 'iam:PassRole', key: 'iam:PassedToService' };

/** The six ways of allowing to pass any role. AWS names the action and the resources as places of one finding. */
export const passRoleChecks: readonly Check[] = passRoleForms.map(toCheck);

function toCheck(form: PassRoleForm): Check {
  return defineCheck({
    code: form.code,
    severity: 'SECURITY_WARNING',
    types: identityTypes,
    element: 'statement',
    what: form.what,
    why: 'Whoever may pass any role to a service can act with the permissions of the most powerful one.',
    fix:
      form.resource === 'NotResource'
        ? 'List the ARNs of the roles in Resource instead.'
        : 'List the ARNs of the roles, or name the service in a condition on iam:PassedToService.',
    source: analyzerPage(form.code, 'SECURITY_WARNING'),
    bad: form.bad,
    good: form.good,
    check(statement, context) {
      reportForm(form, statement, context);
    },
  });
}

function reportForm(
  form: PassRoleForm,
  statement: Statement,
  { catalog, policy, report }: CheckContext,
): void {
  if (statement.effect?.allows !== 'Allow') return;
  const node = actionPlace(limit.action, form.action, statement, catalog);
  if (node === undefined) return;
  const related = resourcePlaces(form.resource, statement);
  if (related.length === 0) return;
  // AWS's advice for NotResource does not offer the condition.
  if (form.resource === 'every role' && namesService(statement.condition)) return;
  report({
    node,
    related,
    message: sentence(form, literalOf(node) ?? 'NotAction'),
    fixes: () => [
      ...(form.resource === 'every role'
        ? limitToService(statement, limit, servicesPassedTo(policy, catalog), catalog)
        : []),
      ...excludeAction(statement, limit),
    ],
  });
}

function sentence({ action: actionForm, resource }: PassRoleForm, text: string): string {
  const how =
    actionForm === 'NotAction' ? 'NotAction does not leave out iam:PassRole' : `${text} allows to pass roles`;
  return resource === 'NotResource'
    ? `${how}, and NotResource lets all but the named ones be passed; list the roles in Resource instead.`
    : `${how}, and the resource lets any role be passed to any service; list the roles, or add a condition on iam:PassedToService.`;
}

function resourcePlaces(form: ResourceForm, { resource: element }: Statement): readonly Node[] {
  if (element === undefined || (element.name === 'NotResource') !== (form === 'NotResource')) return [];
  if (form === 'NotResource') return element.value === undefined ? [] : [element.value];
  return element.entries.filter((node) => coversEveryRole(literalOf(node) ?? ''));
}

/** A pattern with a part of the role's name or path is taken as chosen: AWS exempts `role/Service*`. */
function coversEveryRole(text: string): boolean {
  if (text === '*') return true;
  const arn = wholeArn(arnParts(text));
  return (
    arn !== undefined &&
    matchesPattern('iam', arn.service.text) &&
    includesPattern(arn.resource.text, 'role/*')
  );
}

/**
 * Whether a condition names the service that may be given the role. Access Analyzer was seen to warn with
 * StringEqualsIfExists, under which the key may be absent, but not with StringLikeIfExists.
 */
function namesService(condition: ConditionElement | undefined): boolean {
  return (condition?.operators ?? []).some(
    ({ operator, conditions }) =>
      operator?.family !== 'Null' &&
      !(operator?.ifExists === true && operator.name === 'StringEquals') &&
      conditions.some(({ key }) => (literalOf(key) ?? passedToService).toLowerCase() === passedToService),
  );
}

const passedToService = 'iam:passedtoservice';
