import { analyzerPage, everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { addElement, statementAt } from '../elementFixes.ts';
import { openingBrace } from '../openingBrace.ts';
import { likelyAction } from './likelyElements.ts';

export const missingAction = defineCheck({
  code: 'MISSING_ACTION',
  severity: 'ERROR',
  types: everyType,
  element: 'shape',
  what: 'A statement has neither Action nor NotAction.',
  why: 'A statement must say which actions it is about, and IAM refuses one that does not.',
  fix: 'Add "Action" with the actions the statement is about.',
  source: analyzerPage('MISSING_ACTION', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": «{» "Effect": "Allow",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": «{» "Effect": "Allow",
        "Principal": { "Service": "ec2.amazonaws.com" } } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'scp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "NotAction": ["iam:*", "sts:*"],
        "Resource": "*", "Condition": { "StringNotEquals": { "aws:RequestedRegion": "eu-west-1" } } } }`,
    },
  ],
  check(problem, context) {
    if (problem.problem !== 'missing' || problem.element !== 'Action') return;
    context.report({
      node: problem.node,
      span: openingBrace(problem.node),
      message:
        'The statement has neither Action nor NotAction, so IAM cannot tell what it is about; add "Action" with a list of actions.',
      fixes: () => {
        const statement = statementAt(context.policy, problem.node);
        const action = statement && likelyAction(statement, context);
        return action === undefined ? [] : [addElement(problem.node, 'Action', action)];
      },
    });
  },
});
