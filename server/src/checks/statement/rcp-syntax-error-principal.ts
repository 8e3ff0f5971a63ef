import { analyzerPage } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { principalToCondition } from './principalCondition.ts';

export const rcpSyntaxErrorPrincipal = defineCheck({
  code: 'RCP_SYNTAX_ERROR_PRINCIPAL',
  severity: 'ERROR',
  types: ['rcp'],
  element: 'shape',
  what: 'The Principal of a resource control policy is not "*", or a NotPrincipal stands there.',
  why: 'Such a policy applies to everybody who accesses the resources, and AWS Organizations refuses anything else.',
  fix: 'Write "Principal": "*" and test keys such as aws:PrincipalOrgID in Condition.',
  source: analyzerPage('RCP_SYNTAX_ERROR_PRINCIPAL', 'ERROR'),
  bad: [
    {
      type: 'rcp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny",
        "Principal": «{ "AWS": "*" }», "Action": "s3:*",
        "Resource": "*", "Condition": { "BoolIfExists": { "aws:SecureTransport": "false" } } } }`,
    },
    {
      type: 'rcp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny",
        «"NotPrincipal"»: "*", "Action": "s3:*",
        "Resource": "*", "Condition": { "BoolIfExists": { "aws:SecureTransport": "false" } } } }`,
    },
  ],
  good: [
    {
      type: 'rcp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Principal": "*", "Action": "s3:*",
        "Resource": "*", "Condition": { "BoolIfExists": { "aws:SecureTransport": "false" } } } }`,
    },
  ],
  check(problem, { policy, report }) {
    if (problem.problem === 'prohibited' && problem.element === 'NotPrincipal') {
      report({
        node: problem.key,
        message:
          'A resource control policy takes no NotPrincipal, because it applies to everybody; write "Principal": "*".',
        fixes: () => principalToCondition(policy, problem.key, '*'),
      });
    }
    if (problem.problem !== 'principalFormat') return;
    report({
      node: problem.node,
      message:
        'The Principal of a resource control policy can only be "*", because it applies to everybody; write "*" and test principals in Condition.',
      fixes: () => {
        const { node } = problem;
        const parent = node.parent?.kind === 'object' ? node.parent.members : [];
        const key = parent.find(({ value }) => value === node)?.key;
        return key === undefined ? [] : principalToCondition(policy, key, '*');
      },
    });
  },
});
