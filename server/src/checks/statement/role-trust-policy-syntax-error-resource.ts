import { analyzerPage } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { removeElement } from '../elementFixes.ts';

export const roleTrustPolicySyntaxErrorResource = defineCheck({
  code: 'ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE',
  severity: 'ERROR',
  types: ['trust'],
  element: 'shape',
  what: 'A role trust policy has a Resource or NotResource.',
  why: 'The resource of a trust policy is always the role it belongs to, and IAM refuses the element.',
  fix: 'Remove the element; what the role may access belongs in its permission policies.',
  source: analyzerPage('ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE', 'ERROR'),
  bad: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole", «"Resource"»: "*" } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole",
        «"NotResource"»: "arn:aws:iam::111122223333:role/Deploy" } }`,
    },
  ],
  good: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" } }`,
    },
  ],
  check(problem, { report }) {
    if (problem.problem !== 'prohibited' || problem.element === 'NotPrincipal') return;
    const { element, key } = problem;
    report({
      node: key,
      message: `A role trust policy takes no ${element}, because its resource is always the role itself; remove it.`,
      fixes: () => [removeElement(key)],
    });
  },
});
