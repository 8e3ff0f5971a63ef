import type { ConditionEntry, Statement } from '../../policy/model.ts';
import { hasWildcard } from '../../policy/wildcard.ts';
import { literalOf } from '../../syntax/node.ts';
import type { Check } from '../check.ts';
import { createSlrForms } from './createSlrForms.ts';
import { type DelegationFamily, delegationCheck } from './delegationCheck.ts';
import { servicesLinked } from './likelyServices.ts';

const serviceName = 'iam:awsservicename';

const createSlr: DelegationFamily = {
  severity: 'WARNING',
  why: 'A service-linked role lets an AWS service act in the account, also one that nobody there means to use.',
  limit: { action: 'iam:CreateServiceLinkedRole', key: 'iam:AWSServiceName' },
  everyRole: 'role/aws-service-role/*',
  fix: () =>
    'Write the ARN of the role, such as arn:aws:iam::*:role/aws-service-role/ecs.amazonaws.com/*, or name the service in a condition on iam:AWSServiceName.',
  takesCondition: () => true,
  namesService,
  services: servicesLinked,
  message({ resource }, text) {
    const how =
      text === undefined
        ? 'NotAction does not leave out iam:CreateServiceLinkedRole'
        : `${text} allows to create service-linked roles`;
    const where =
      resource === 'NotResource' ? 'NotResource limits it to no service' : 'the resource is every such role';
    return `${how}, and ${where}; write the ARNs of the roles, or add a condition on iam:AWSServiceName.`;
  },
};

/** The six ways of allowing to create any service-linked role. */
export const createSlrChecks: readonly Check[] = createSlrForms.map((form) =>
  delegationCheck(form, createSlr),
);

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
