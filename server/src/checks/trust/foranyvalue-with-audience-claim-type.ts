import { analyzerPage } from '../check.ts';
import { dropSet } from '../condition/dropSet.ts';
import { defineCheck } from '../defineCheck.ts';
import { isAudience } from './isAudience.ts';

export const foranyvalueWithAudienceClaimType = defineCheck({
  code: 'FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE',
  severity: 'SECURITY_WARNING',
  types: ['trust'],
  element: 'condition',
  what: 'The audience of an OIDC provider is tested with ForAnyValue.',
  why: 'STS gives the audience as one value, for which a set operator is not made.',
  fix: 'Remove ForAnyValue: from the operator.',
  source: analyzerPage('FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE', 'SECURITY_WARNING'),
  bad: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" },
        "Action": "sts:AssumeRoleWithWebIdentity",
        "Condition": {
          "ForAnyValue:StringEquals": { «"token.actions.githubusercontent.com:aud"»: "sts.amazonaws.com" },
          "StringEquals": {
            "token.actions.githubusercontent.com:sub": "repo:octo-org/octo-repo:ref:refs/heads/main" } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Federated": "accounts.google.com" }, "Action": "sts:AssumeRoleWithWebIdentity",
        "Condition": { "foranyvalue:StringLike": { «"accounts.google.com:AUD"»: ["666777888999000", "client-*"] } } } }`,
    },
  ],
  good: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Federated": "cognito-identity.amazonaws.com" }, "Action": "sts:AssumeRoleWithWebIdentity",
        "Condition": {
          "StringEquals": { "cognito-identity.amazonaws.com:aud": "us-east-1:12345678-abcd-abcd-abcd-123456" },
          "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "authenticated" } } } }`,
    },
  ],
  check(condition, { report }) {
    const { key, name, lookup, block } = condition;
    const { operator } = block;
    if (operator?.set !== 'ForAnyValue' || operator.family === 'Null' || !isAudience(lookup)) return;
    report({
      node: key,
      message: `${name} has one value, for which ForAnyValue is not made; write ${operator.name}${operator.ifExists ? 'IfExists' : ''} alone.`,
      // Every token has an audience, and one only.
      fixes: () => dropSet(condition, operator, true),
    });
  },
});
