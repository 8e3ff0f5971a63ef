import { analyzerPage, principalTypes } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { addElement, statementAt } from '../elementFixes.ts';
import { openingBrace } from '../openingBrace.ts';
import { likelyPrincipals } from './likelyElements.ts';

export const missingPrincipal = defineCheck({
  code: 'MISSING_PRINCIPAL',
  severity: 'ERROR',
  types: [...principalTypes, 'rcp'],
  element: 'shape',
  what: 'A statement of a resource-based, trust or resource control policy has neither Principal nor NotPrincipal.',
  why: 'Such a policy is attached to what is accessed, so each statement must say whose access it is about.',
  fix: 'Add "Principal", for example { "AWS": "arn:aws:iam::111122223333:root" } or { "Service": "ec2.amazonaws.com" }.',
  source: analyzerPage('MISSING_PRINCIPAL', 'ERROR'),
  bad: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": «{» "Effect": "Allow", "Action": "sts:AssumeRole" } }`,
    },
    {
      type: 'resource',
      owner: 'AWS::S3::Bucket',
      text: `{ "Version": "2012-10-17", "Statement": «{» "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'rcp',
      text: `{ "Version": "2012-10-17", "Statement": «{» "Effect": "Deny", "Action": "s3:*", "Resource": "*",
        "Condition": { "BoolIfExists": { "aws:SecureTransport": "false" } } } }`,
    },
  ],
  good: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" } }`,
    },
    {
      type: 'resource',
      owner: 'AWS::S3::Bucket',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:role/Reports" }, "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
  ],
  check(problem, context) {
    if (problem.problem !== 'missing' || problem.element !== 'Principal') return;
    context.report({
      node: problem.node,
      span: openingBrace(problem.node),
      message:
        'The statement has no Principal, so AWS cannot tell whose access it is about; add "Principal".',
      fixes: () => {
        const statement = statementAt(context.policy, problem.node);
        const principals = statement === undefined ? [] : likelyPrincipals(statement, context);
        return principals.map((principal) => addElement(problem.node, 'Principal', principal));
      },
    });
  },
});
