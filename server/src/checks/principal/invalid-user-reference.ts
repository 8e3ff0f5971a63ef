import { parsePrincipal } from '../../policy/principalArn.ts';
import { analyzerPage, principalTypes } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { fixWith } from '../listFixes.ts';
import { removePrincipal } from './principalFixes.ts';

export const invalidUserReference = defineCheck({
  code: 'INVALID_USER_REFERENCE',
  severity: 'WARNING',
  types: principalTypes,
  element: 'principal',
  what: 'A principal is the unique id of a user.',
  why: 'IAM shows the id in place of the ARN once the user was deleted; a new user of the same name has another id and is not meant by it.',
  fix: 'Remove the principal, or write the ARN of the user that is meant.',
  source: analyzerPage('INVALID_USER_REFERENCE', 'WARNING'),
  bad: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": «"AIDACKCEVSQ6C2EXAMPLE"» }, "Action": "sts:AssumeRole" } }`,
    },
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": ["arn:aws:iam::111122223333:user/deploy", «"AIDACKCEVSQ6C2EXAMPLE"»] },
        "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny",
        "NotPrincipal": { "AWS": «"AIDACKCEVSQ6C2EXAMPLE"» }, "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
  ],
  good: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:user/AIDACKCEVSQ6C2EXAMPLE" }, "Action": "sts:AssumeRole" } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "sts:AssumeRole",
        "Condition": { "StringEquals": { "aws:userid": "AIDACKCEVSQ6C2EXAMPLE" } } } }`,
    },
  ],
  check({ text, node, type, element }, { report }) {
    if (type !== 'AWS') return;
    const principal = parsePrincipal(type, text);
    if (principal?.kind !== 'uniqueId' || principal.of !== 'user') return;
    report({
      node,
      message: `${text} is the id of a user, which is what remains of its ARN when the user is deleted; remove it, or write the ARN of the user that is meant.`,
      fixes: () => fixWith('Remove the principal', removePrincipal(element, node)),
    });
  },
});
