import { accountOf, parsePrincipal } from '../../policy/principalArn.ts';
import { literalOf } from '../../syntax/node.ts';
import type { CheckSettings } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { type Limits, limitsCallers, onlyWildcards } from '../trust/callerLimit.ts';
import { includesAction } from '../trust/includesAction.ts';
import { isOwnOrganization } from '../trust/isOwnOrganization.ts';
import { knownAccounts } from '../trust/knownAccounts.ts';
import { askFor } from './askFor.ts';

/** Keys that say for whom an outside account acts, or which of its people and roles, or that it is one's own organization's. */
const pinning = new Set(['sts:externalid', 'aws:principalarn', 'aws:userid']);

const organizationKeys = new Set(['aws:principalorgid', 'aws:principalorgpaths']);

export const riskMissingExternalId = defineCheck({
  code: 'RISK_MISSING_EXTERNAL_ID',
  severity: 'WARNING',
  types: ['trust'],
  element: 'statement',
  what: 'A trust policy lets an account that is not known to be yours assume the role without an external ID.',
  why: 'A third party acts for many customers, and one of them can have it assume your role (the confused deputy problem); an external ID tells the customers apart.',
  fix: 'Test sts:ExternalId with the value the third party gave you, or name the account in the setting iamRoles.trustedAccounts if it is your own.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html',
  bad: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": «"arn:aws:iam::444455556666:root"» }, "Action": "sts:AssumeRole" } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": ["111122223333", «"444455556666"», "arn:aws:iam::777788889999:role/scanner"] },
        "Action": ["sts:AssumeRole"] } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": «"arn:aws:iam::444455556666:role/scanner"» }, "Action": "sts:AssumeRole",
        "Condition": { "StringEqualsIfExists": { "sts:ExternalId": "Example987" } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": «"444455556666"» }, "Action": "sts:AssumeRole",
        "Condition": { "StringLike": { "sts:ExternalId": "?*" } } } }`,
    },
  ],
  good: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::444455556666:root" }, "Action": "sts:AssumeRole",
        "Condition": { "StringEquals": { "STS:externalid": "Example987" } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "sts:AssumeRole" } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "444455556666" }, "Action": "sts:AssumeRole",
        "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-exampleorg1" } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Principal": { "AWS": "444455556666" }, "Action": "sts:AssumeRole" },
        { "Effect": "Deny", "Principal": { "AWS": "*" }, "Action": "sts:AssumeRole",
          "Condition": { "StringNotEquals": { "sts:ExternalId": "Example987" } } }] }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny",
        "Principal": { "AWS": "444455556666" }, "Action": "sts:AssumeRole" } }`,
    },
  ],
  check(statement, { settings, report }) {
    const { effect, principal, policy } = statement;
    if (effect?.allows !== 'Allow' || principal?.name !== 'Principal') return;
    if (includesAction(statement, 'sts:assumerole') !== 'yes') return;
    const known = knownAccounts(policy, settings);
    const outside = principal.entries.flatMap(({ type, node }) => {
      const text = literalOf(node);
      const account =
        type === 'AWS' && text !== undefined ? accountOf(parsePrincipal(type, text)) : undefined;
      return account === undefined || known.has(account) ? [] : [{ account, node }];
    });
    const [first, ...others] = outside;
    if (first === undefined || limitsCallers(statement, pinsFor(settings))) return;
    report({
      node: first.node,
      message: `Nothing says for whom account ${first.account} assumes the role, so another customer of it could use it (the confused deputy problem); test sts:ExternalId, or if the account is yours name it in the setting iamRoles.trustedAccounts.`,
      related: others.map(({ node }) => node),
      fixes: () => askFor(statement, 'sts:ExternalId', 'EXTERNAL_ID'),
    });
  },
});

/** Somebody who gave a second factor acts for themselves. An organization has to be one's own, where that is known. */
function pinsFor(settings: CheckSettings): Limits {
  return (key, value) => {
    if (key === 'aws:multifactorauthpresent') return value.toLowerCase() === 'true';
    if (organizationKeys.has(key)) return isOwnOrganization(value, settings);
    return pinning.has(key) && !onlyWildcards(value);
  };
}
