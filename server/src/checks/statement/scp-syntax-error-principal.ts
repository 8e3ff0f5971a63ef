import { analyzerPage } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { principalToCondition } from './principalCondition.ts';

export const scpSyntaxErrorPrincipal = defineCheck({
  code: 'SCP_SYNTAX_ERROR_PRINCIPAL',
  severity: 'ERROR',
  types: ['scp'],
  element: 'shape',
  what: 'A service control policy names a principal.',
  why: 'It applies to the accounts it is attached to, so AWS Organizations refuses Principal and NotPrincipal in it.',
  fix: 'Remove the element; to except certain roles, test aws:PrincipalArn in Condition.',
  source: analyzerPage('SCP_SYNTAX_ERROR_PRINCIPAL', 'ERROR'),
  bad: [
    {
      type: 'scp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", «"Principal"»: "*",
        "Action": "organizations:LeaveOrganization", "Resource": "*" } }`,
    },
    {
      type: 'scp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny",
        «"NotPrincipal"»: { "AWS": "arn:aws:iam::111122223333:role/Admin" },
        "Action": "organizations:LeaveOrganization", "Resource": "*" } }`,
    },
  ],
  good: [
    {
      type: 'scp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny",
        "Action": "organizations:LeaveOrganization", "Resource": "*",
        "Condition": { "ArnNotLike": { "aws:PrincipalArn": "arn:aws:iam::*:role/Admin" } } } }`,
    },
  ],
  check(problem, { policy, report }) {
    if (problem.problem !== 'prohibited') return;
    const { element, key } = problem;
    report({
      node: key,
      message: `A service control policy takes no ${element}, because it applies to whole accounts; remove it and test aws:PrincipalArn in Condition instead.`,
      fixes: () => principalToCondition(policy, key),
    });
  },
});
