import { analyzerPage, everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { type Mended, reportMalformed } from './variableReports.ts';

export const missingBraceInVariable = defineCheck({
  code: 'MISSING_BRACE_IN_VARIABLE',
  severity: 'ERROR',
  types: everyType,
  element: 'variableText',
  what: 'A policy variable has no closing brace.',
  why: 'Without } IAM does not read a variable, and the text never matches.',
  fix: 'Add } behind the name of the variable.',
  source: analyzerPage('MISSING_BRACE_IN_VARIABLE', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/«\${aws:username/*»" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/«\${aws:PrincipalTag/team/»\${aws:username}" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*", "Condition": { "StringEquals": { "s3:ExistingObjectTag/team": "«\${aws:PrincipalTag/team»" } } } }`,
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
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/prices-in-$/*" } }`,
    },
  ],
  check(element, { report }) {
    reportMalformed(
      report,
      element,
      ({ closed }, written) =>
        closed
          ? undefined
          : `The policy variable in ${written} has no closing brace, so IAM does not read it as one; add } behind its name.`,
      (_, written) => withBrace(written),
    );
  },
});

/** A condition key, with the tag's name where it has one, and a default value. */
const readable = /^\$\{[\w.-]+:(?:(?:Principal|Request|Resource)Tag\/[\w.:=+@-]+|[\w-]+)(?:\s*,\s*'[^']*')?/;

function withBrace(written: string): Mended | undefined {
  const end = readable.exec(written)?.[0].length;
  return end === undefined
    ? undefined
    : { text: `${written.slice(0, end)}}${written.slice(end)}`, safe: false };
}
