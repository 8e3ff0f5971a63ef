import { parsePrincipal } from '../../policy/principalArn.ts';
import { analyzerPage, principalTypes } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { fixWith } from '../listFixes.ts';
import { removePrincipal } from './principalFixes.ts';

export const invalidRoleReference = defineCheck({
  code: 'INVALID_ROLE_REFERENCE',
  severity: 'WARNING',
  types: principalTypes,
  element: 'principal',
  what: 'A principal is the unique id of a role.',
  why: 'IAM shows the id in place of the ARN once the role was deleted; a new role of the same name has another id and is not meant by it.',
  fix: 'Remove the principal, or write the ARN of the role that is meant.',
  source: analyzerPage('INVALID_ROLE_REFERENCE', 'WARNING'),
  bad: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": «"AROADBQP57FF2AEXAMPLE"» }, "Action": "sts:AssumeRole" } }`,
    },
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": ["arn:aws:iam::111122223333:role/deploy", «"AROADBQP57FF2AEXAMPLE"»] },
        "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny",
        "NotPrincipal": { "AWS": «"AROADBQP57FF2AEXAMPLE"» }, "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
  ],
  good: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:role/AROADBQP57FF2AEXAMPLE" }, "Action": "sts:AssumeRole" } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "sts:AssumeRole",
        "Condition": { "StringEquals": { "aws:userid": "AROADBQP57FF2AEXAMPLE:build" } } } }`,
    },
  ],
  check({ text, node, type, element }, { report }) {
    if (type !== 'AWS') return;
    const principal = parsePrincipal(type, text);
    if (principal?.kind !== 'uniqueId' || principal.of !== 'role') return;
    report({
      node,
      message: `${text} is the id of a role, which is what remains of its ARN when the role is deleted; remove it, or write the ARN of the role that is meant.`,
      fixes: () => fixWith('Remove the principal', removePrincipal(element, node)),
    });
  },
});
