import { analyzerPage } from '../check.ts';
import { dropSet } from '../condition/dropSet.ts';
import { defineCheck } from '../defineCheck.ts';
import { isAudience } from './isAudience.ts';

/**
 * Reports of 2026 on policies for GitHub Actions have this suggestion also where the audience is tested without a set
 * operator, though nothing is left to do there; as AWS's page asks for nothing else, such a policy is taken as it is.
 */
export const confirmAudienceClaimType = defineCheck({
  code: 'CONFIRM_AUDIENCE_CLAIM_TYPE',
  severity: 'SUGGESTION',
  types: ['trust'],
  element: 'condition',
  what: 'The audience of an OIDC provider is tested with ForAllValues.',
  why: 'STS gives the audience as one value, for which a set operator is not made.',
  fix: 'Remove ForAllValues: from the operator.',
  source: analyzerPage('CONFIRM_AUDIENCE_CLAIM_TYPE', 'SUGGESTION'),
  bad: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" },
        "Action": "sts:AssumeRoleWithWebIdentity",
        "Condition": {
          "ForAllValues:StringEquals": { «"token.actions.githubusercontent.com:aud"»: "sts.amazonaws.com" },
          "StringEquals": {
            "token.actions.githubusercontent.com:sub": "repo:octo-org/octo-repo:ref:refs/heads/main" } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Federated": "accounts.google.com" }, "Action": "sts:AssumeRoleWithWebIdentity",
        "Condition": { "forallvalues:stringlike": { «"Accounts.Google.com:aud"»: ["666777888999000", "client-*"] } } } }`,
    },
  ],
  good: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Federated": "accounts.google.com" }, "Action": "sts:AssumeRoleWithWebIdentity",
        "Condition": { "StringEquals": { "accounts.google.com:aud": ["666777888999000", "111222333444555"] } } } }`,
    },
  ],
  check(condition, { report }) {
    const { key, name, lookup, block } = condition;
    const { operator } = block;
    if (operator?.set !== 'ForAllValues' || operator.family === 'Null' || !isAudience(lookup)) return;
    report({
      node: key,
      message: `${name} has one value, for which ForAllValues is not made; write ${operator.name}${operator.ifExists ? 'IfExists' : ''} alone.`,
      // Every token has an audience, and one only.
      fixes: () => dropSet(condition, operator, true),
    });
  },
});
