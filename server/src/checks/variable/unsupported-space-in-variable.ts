import { analyzerPage, everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { reportMalformed, writeVariable } from './variableReports.ts';

export const unsupportedSpaceInVariable = defineCheck({
  code: 'UNSUPPORTED_SPACE_IN_VARIABLE',
  severity: 'ERROR',
  types: everyType,
  element: 'variableText',
  what: 'The name of a policy variable has a space.',
  why: 'IAM takes spaces in a variable only before and within its default value.',
  fix: 'Remove the space.',
  source: analyzerPage('UNSUPPORTED_SPACE_IN_VARIABLE', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/«\${aws:username }»/*" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*", "Condition": { "StringEquals": { "s3:ExistingObjectTag/team": "«\${ aws:PrincipalTag/team}»" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/«\${aws:PrincipalTag/team , 'none'}»/*" } }`,
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
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/\${aws:PrincipalTag/team, 'whole company'}/*" } }`,
    },
  ],
  check(element, { report }) {
    reportMalformed(
      report,
      element,
      ({ closed, name }, written) =>
        closed && name.trim() !== '' && /\s/.test(name)
          ? `The name of the policy variable ${written} has a space, which IAM does not take; write ${name.replace(/\s+/g, '')}.`
          : undefined,
      ({ name, fallback }) => ({
        text: writeVariable(name.replace(/\s+/g, ''), fallback),
        // Within the name, the space may be a part of a tag's.
        safe: !/\s/.test(name.trim()),
      }),
    );
  },
});
