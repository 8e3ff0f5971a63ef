import { analyzerPage } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';

export const roleTrustPolicyUnsupportedWildcardInPrincipal = defineCheck({
  code: 'ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
  severity: 'ERROR',
  types: ['trust'],
  element: 'statement',
  what: 'The principal of a trust policy is the string "*".',
  why: 'Anonymous callers cannot assume a role, so IAM rejects the string in a trust policy.',
  fix: 'Name the accounts, roles, services or identity providers that may assume the role.',
  source: analyzerPage('ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL', 'ERROR'),
  bad: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": «"*"»,
        "Action": "sts:AssumeRole" } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Deny", "Principal": «"*"»,
        "Action": "sts:AssumeRole",
        "Condition": { "StringNotEquals": { "aws:PrincipalOrgID": "o-exampleorg1" } } }] }`,
    },
  ],
  good: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "sts:AssumeRole" } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "*" }, "Action": "sts:AssumeRole",
        "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-exampleorg1" } } } }`,
    },
  ],
  check({ principal, effect, condition }, { report }) {
    if (principal?.name !== 'Principal' || !principal.everyone || principal.value === undefined) return;
    const { value } = principal;
    // Without a condition everyone could assume the role.
    const conditional = effect?.allows === 'Deny' || (condition?.operators.length ?? 0) > 0;
    report({
      node: value,
      message:
        'A trust policy takes no bare "*" as its principal, so IAM rejects it; name who may assume the role, or write { "AWS": "*" } with a condition that says who.',
      fixes: () =>
        conditional
          ? [
              {
                title: 'Change to { "AWS": "*" }',
                edits: [{ edit: 'replace', node: value, value: { AWS: '*' } }],
                safe: false,
              },
            ]
          : [],
    });
  },
});
