import type { ConditionKeyLookup } from '../../catalog/findConditionKey.ts';
import { analyzerPage, everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { isAudience } from '../trust/isAudience.ts';
import { dropSet } from './dropSet.ts';

/**
 * Keys that the service authorization reference has as single-valued and reports do not: AWS's own policies
 * AmazonCodeGuruReviewerFullAccess and AmazonCodeGuruReviewerServiceRolePolicy have this one with ForAllValues and no
 * finding (March 2026). In lower case.
 */
const multivaluedAfterAll: ReadonlySet<string> = new Set(['codestar-connections:provideraction']);

export const forallvaluesWithSingleValuedKey = defineCheck({
  code: 'FORALLVALUES_WITH_SINGLE_VALUED_KEY',
  severity: 'SECURITY_WARNING',
  types: everyType,
  element: 'condition',
  what: 'ForAllValues tests a key that has one value.',
  why: 'ForAllValues is also met by a request without the key, so that it lets through what the operator alone would not.',
  fix: 'Remove ForAllValues: from the operator.',
  source: analyzerPage('FORALLVALUES_WITH_SINGLE_VALUED_KEY', 'SECURITY_WARNING'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "organizations:EnableAWSServiceAccess",
        "Resource": "*",
        "Condition": { "ForAllValues:StringLike": { «"organizations:ServicePrincipal"»: ["config.amazonaws.com"] } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "ec2:CreateTags",
        "Resource": "arn:aws:ec2:eu-west-1:111122223333:instance/*",
        "Condition": { "ForAllValues:StringEquals": { "aws:TagKeys": ["team"], «"aws:PrincipalTag/team"»: ["orders", "billing"] } } } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "ec2:CreateTags",
        "Resource": "arn:aws:ec2:eu-west-1:111122223333:instance/*",
        "Condition": { "ForAllValues:StringEquals": { "aws:TagKeys": ["team"] }, "StringEquals": { "aws:PrincipalTag/team": "orders" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "codestar-connections:UseConnection",
        "Resource": "arn:aws:codestar-connections:eu-west-1:111122223333:connection/*",
        "Condition": { "ForAllValues:StringEquals": { "codestar-connections:ProviderAction": ["ListRepositories"] } } } }`,
    },
  ],
  check(condition, { policy, report }) {
    const { key, name, lookup, block } = condition;
    const { operator } = block;
    if (operator?.set !== 'ForAllValues' || operator.family === 'Null' || !hasOneValue(lookup)) return;
    // In trust policies CONFIRM_AUDIENCE_CLAIM_TYPE speaks.
    if (policy.kind.type === 'trust' && isAudience(lookup)) return;
    if (multivaluedAfterAll.has(name?.toLowerCase() ?? '')) return;
    report({
      node: key,
      message: `${name} has one value, and ForAllValues is also met where the request has none; write ${operator.name}${operator.ifExists ? 'IfExists' : ''} alone.`,
      fixes: () => dropSet(condition, operator, false),
    });
  },
});

/** Of an identity provider's claims only the subject and the audience are known to. */
function hasOneValue(lookup: ConditionKeyLookup | undefined): boolean {
  if (lookup === undefined || !('key' in lookup) || lookup.key.multivalued) return false;
  return lookup.kind !== 'provider' || /^(aud|sub)$/i.test(lookup.claim);
}
