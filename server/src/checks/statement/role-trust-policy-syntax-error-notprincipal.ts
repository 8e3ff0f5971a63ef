import { analyzerPage } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { principalToCondition } from './principalCondition.ts';

export const roleTrustPolicySyntaxErrorNotprincipal = defineCheck({
  code: 'ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL',
  severity: 'ERROR',
  types: ['trust'],
  element: 'shape',
  what: 'A role trust policy has a NotPrincipal.',
  why: 'IAM refuses it: a trust policy must name who may assume the role.',
  fix: 'Name the trusted principals in Principal; to exclude some, add a Deny statement or a condition.',
  source: analyzerPage('ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL', 'ERROR'),
  bad: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny",
        «"NotPrincipal"»: { "AWS": "arn:aws:iam::111122223333:role/Deploy" }, "Action": "sts:AssumeRole" } }`,
    },
  ],
  good: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" } }`,
    },
  ],
  check(problem, { policy, report }) {
    if (problem.problem !== 'prohibited' || problem.element !== 'NotPrincipal') return;
    const { element, key } = problem;
    report({
      node: key,
      message: `A role trust policy takes no ${element}, because it must name who may assume the role; use Principal.`,
      fixes: () => principalToCondition(policy, key, { AWS: '*' }),
    });
  },
});
