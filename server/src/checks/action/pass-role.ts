import type { Statement } from '../../policy/model.ts';
import { literalOf } from '../../syntax/node.ts';
import type { Check } from '../check.ts';
import { type DelegationFamily, delegationCheck } from './delegationCheck.ts';
import { servicesPassedTo } from './likelyServices.ts';
import { passRoleForms } from './passRoleForms.ts';

const passedToService = 'iam:passedtoservice';

const passRole: DelegationFamily = {
  severity: 'SECURITY_WARNING',
  why: 'Whoever may pass any role to a service can act with the permissions of the most powerful one.',
  limit: { action: 'iam:PassRole', key: 'iam:PassedToService' },
  everyRole: 'role/*',
  fix: ({ resource }) =>
    resource === 'NotResource'
      ? 'List the ARNs of the roles in Resource instead.'
      : 'List the ARNs of the roles, or name the service in a condition on iam:PassedToService.',
  // AWS's advice for NotResource does not offer the condition.
  takesCondition: ({ resource }) => resource === 'every role',
  namesService,
  services: servicesPassedTo,
  message({ resource }, text) {
    const how =
      text === undefined ? 'NotAction does not leave out iam:PassRole' : `${text} allows to pass roles`;
    return resource === 'NotResource'
      ? `${how}, and NotResource lets all but the named ones be passed; list the roles in Resource instead.`
      : `${how}, and the resource lets any role be passed to any service; list the roles, or add a condition on iam:PassedToService.`;
  },
};

/** The six ways of allowing to pass any role. */
export const passRoleChecks: readonly Check[] = passRoleForms.map((form) => delegationCheck(form, passRole));

/**
 * Whether a condition names the service that may be given the role. Access Analyzer was seen to warn with
 * StringEqualsIfExists, under which the key may be absent, but not with StringLikeIfExists.
 */
function namesService({ condition }: Statement): boolean {
  return (condition?.operators ?? []).some(
    ({ operator, conditions }) =>
      operator?.family !== 'Null' &&
      !(operator?.ifExists === true && operator.name === 'StringEquals') &&
      conditions.some(({ key }) => (literalOf(key) ?? passedToService).toLowerCase() === passedToService),
  );
}
