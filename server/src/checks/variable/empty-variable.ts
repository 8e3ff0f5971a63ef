import { analyzerPage, everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { reportMalformed, writeVariable } from './variableReports.ts';

export const emptyVariable = defineCheck({
  code: 'EMPTY_VARIABLE',
  severity: 'ERROR',
  types: everyType,
  element: 'variableText',
  what: 'A policy variable has no name.',
  why: 'IAM has nothing to put in its place, and the text never matches.',
  fix: 'Write a condition key between the braces, or remove ${}.',
  source: analyzerPage('EMPTY_VARIABLE', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/«\${}»/*" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*", "Condition": { "StringEquals": { "s3:ExistingObjectTag/team": "«\${ }»" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/«\${, 'none'}»/*" } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/\${aws:username}/*" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/\${aws:PrincipalTag/team, 'company-wide'}/\${*}/*" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket", "Condition": { "StringLike": { "s3:prefix": "\${aws:PrincipalTag/team, 'company-wide'}/*" } } } }`,
    },
  ],
  check(element, { report }) {
    reportMalformed(
      report,
      element,
      ({ closed, name }, written) =>
        closed && name.trim() === ''
          ? `The policy variable ${written} names no condition key, so nothing can stand in its place; name one or remove it.`
          : undefined,
      ({ fallback }) => ({ text: writeVariable('aws:username', fallback), safe: false }),
    );
  },
});
