import { analyzerPage } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';

export const rcpSyntaxErrorNotaction = defineCheck({
  code: 'RCP_SYNTAX_ERROR_NOTACTION',
  severity: 'ERROR',
  types: ['rcp'],
  element: 'shape',
  what: 'A resource control policy has a NotAction.',
  why: 'AWS Organizations refuses it: such a policy must name the services it is about.',
  fix: 'List the actions in Action.',
  source: analyzerPage('RCP_SYNTAX_ERROR_NOTACTION', 'ERROR'),
  bad: [
    {
      type: 'rcp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Principal": "*", «"NotAction"»: "s3:GetObject",
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
  check(problem, { report }) {
    if (problem.problem !== 'prohibited' || problem.element !== 'NotAction') return;
    const { element, key } = problem;
    report({
      node: key,
      message: `A resource control policy takes no ${element}, because it must name the services it is about; list the actions in Action.`,
    });
  },
});
