import { arnParts } from '../../policy/arn.ts';
import type { ConditionEntry, Statement } from '../../policy/model.ts';
import { hasWildcard, includesPattern, matchesPattern } from '../../policy/wildcard.ts';
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
import { createSlrForms } from './createSlrForms.ts';
import { servicesLinked } from './likelyServices.ts';
import { excludeAction, limitToService, type ServiceLimit } from './limitToService.ts';

export interface CreateSlrForm extends Pick<CheckDescription, 'code' | 'what' | 'bad' | 'good'> {
  readonly action: ActionForm;
  /** Whether the statement names the roles by a pattern for all of them, or by naming others. */
  readonly resource: 'every role' | 'NotResource';
}

const limit: ServiceLimit = { action: 'iam:CreateServiceLinkedRole', key: 'iam:AWSServiceName' };
const serviceName = 'iam:awsservicename';

/** The six ways of allowing to create any service-linked role. AWS names the action and the resources as places. */
export const createSlrChecks: readonly Check[] = createSlrForms.map(toCheck);

function toCheck(form: CreateSlrForm): Check {
  return defineCheck({
    code: form.code,
    severity: 'WARNING',
    types: identityTypes,
    element: 'statement',
    what: form.what,
    why: 'A service-linked role lets an AWS service act in the account, also one that nobody there means to use.',
    fix: 'Write the ARN of the role, such as arn:aws:iam::*:role/aws-service-role/ecs.amazonaws.com/*, or name the service in a condition on iam:AWSServiceName.',
    source: analyzerPage(form.code, 'WARNING'),
    bad: form.bad,
    good: form.good,
    check(statement, context) {
      reportForm(form, statement, context);
    },
  });
}

function reportForm(
  form: CreateSlrForm,
  statement: Statement,
  { catalog, policy, report }: CheckContext,
): void {
  if (statement.effect?.allows !== 'Allow') return;
  const node = actionPlace(limit.action, form.action, statement, catalog);
  if (node === undefined) return;
  const related = resourcePlaces(form, statement);
  if (related.length === 0 || namesService(statement)) return;
  const text = literalOf(node);
  const how =
    form.action === 'NotAction' || text === undefined
      ? 'NotAction does not leave out iam:CreateServiceLinkedRole'
      : `${text} allows to create service-linked roles`;
  const where =
    form.resource === 'NotResource'
      ? 'NotResource limits it to no service'
      : 'the resource is every such role';
  report({
    node,
    related,
    message: `${how}, and ${where}; write the ARNs of the roles, or add a condition on iam:AWSServiceName.`,
    fixes: () => [
      ...limitToService(statement, limit, servicesLinked(policy, catalog), catalog),
      ...excludeAction(statement, limit),
    ],
  });
}

function resourcePlaces(form: CreateSlrForm, { resource: element }: Statement): readonly Node[] {
  if (element === undefined || (element.name === 'NotResource') !== (form.resource === 'NotResource'))
    return [];
  if (form.resource === 'NotResource') return element.value === undefined ? [] : [element.value];
  return element.entries.filter((node) => coversEveryRole(literalOf(node) ?? ''));
}

function coversEveryRole(text: string): boolean {
  if (text === '*') return true;
  const arn = wholeArn(arnParts(text));
  return (
    arn !== undefined &&
    matchesPattern('iam', arn.service.text) &&
    includesPattern(arn.resource.text, 'role/aws-service-role/*')
  );
}

/**
 * Whether a condition names the services in full. Access Analyzer was seen to warn where StringLike has the value
 * `*a4b.amazonaws.com`, and not where its values have no wildcard.
 */
function namesService({ condition }: Statement): boolean {
  return (condition?.operators ?? []).some(
    ({ operator, conditions }) =>
      operator?.family === 'String' &&
      !operator.negated &&
      conditions.some((entry) => isServiceName(entry) && !(operator.wildcards && isOpen(entry))),
  );
}

/** A key with a hole may be any. */
function isServiceName({ key }: ConditionEntry): boolean {
  return (literalOf(key) ?? serviceName).toLowerCase() === serviceName;
}

function isOpen({ values }: ConditionEntry): boolean {
  return values.some((node) => hasWildcard(literalOf(node) ?? ''));
}
