import { analyzerPage, everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { openingBrace } from '../openingBrace.ts';

export const missingStatement = defineCheck({
  code: 'MISSING_STATEMENT',
  severity: 'ERROR',
  types: everyType,
  element: 'shape',
  what: 'The policy has no Statement.',
  why: 'A policy says everything it allows or denies in its statements, and IAM refuses one without.',
  fix: 'Add "Statement" with a list of statements.',
  source: analyzerPage('MISSING_STATEMENT', 'ERROR'),
  bad: [
    { type: 'identity', text: '«{» "Version": "2012-10-17" }' },
    { type: 'trust', text: '«{» "Version": "2012-10-17", "Id": "DeployRole" }' },
  ],
  good: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" } }`,
    },
  ],
  check(problem, { report }) {
    if (problem.problem !== 'missing' || problem.element !== 'Statement') return;
    report({
      node: problem.node,
      span: openingBrace(problem.node),
      message:
        'The policy has no Statement, so it says nothing and IAM refuses it; add "Statement" with a list of statements.',
    });
  },
});
