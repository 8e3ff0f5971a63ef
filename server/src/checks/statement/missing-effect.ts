import { analyzerPage, everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { addElement } from '../elementFixes.ts';
import { openingBrace } from '../openingBrace.ts';
import { effectsIn } from './effectsIn.ts';

export const missingEffect = defineCheck({
  code: 'MISSING_EFFECT',
  severity: 'ERROR',
  types: everyType,
  element: 'shape',
  what: 'A statement has no Effect.',
  why: 'Nothing is allowed or denied by default in a statement: IAM refuses one that does not say which.',
  fix: 'Add "Effect": "Allow" or "Effect": "Deny".',
  source: analyzerPage('MISSING_EFFECT', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": «{» "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" },
        «{» "Principal": { "Service": "lambda.amazonaws.com" }, "Action": "sts:AssumeRole" }] }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
  ],
  check(problem, { policy, report }) {
    if (problem.problem !== 'missing' || problem.element !== 'Effect') return;
    report({
      node: problem.node,
      span: openingBrace(problem.node),
      message:
        'The statement has no Effect, so IAM cannot tell whether it allows or denies; add "Effect": "Allow" or "Effect": "Deny".',
      fixes: () => effectsIn(policy.kind.type).map((effect) => addElement(problem.node, 'Effect', effect)),
    });
  },
});
