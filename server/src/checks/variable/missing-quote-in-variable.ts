import type { PolicyVariable } from '../../policy/policyVariable.ts';
import { analyzerPage, everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { reportMalformed, writeVariable } from './variableReports.ts';

export const missingQuoteInVariable = defineCheck({
  code: 'MISSING_QUOTE_IN_VARIABLE',
  severity: 'ERROR',
  types: everyType,
  element: 'variableText',
  what: 'The default value of a policy variable does not stand in single quotes.',
  why: 'IAM reads what stands behind the comma only between single quotes.',
  fix: "Write the default as in ${aws:PrincipalTag/team, 'none'}.",
  source: analyzerPage('MISSING_QUOTE_IN_VARIABLE', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/«\${aws:PrincipalTag/team, none}»/*" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/«\${aws:PrincipalTag/team, 'none}»/*" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*", "Condition": { "StringEquals": { "s3:ExistingObjectTag/team": "«\${aws:PrincipalTag/team, }»" } } } }`,
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
  ],
  check(element, { report }) {
    reportMalformed(
      report,
      element,
      (variable, written) =>
        variable.closed && variable.fallback !== undefined && !/^'.*'$/s.test(variable.fallback)
          ? `The default value in ${written} must begin and end with a single quote for IAM to read it; write ${quoted(variable)}.`
          : undefined,
      (variable) => ({ text: quoted(variable), safe: false }),
    );
  },
});

function quoted({ name, fallback = '' }: PolicyVariable): string {
  return writeVariable(name.trim(), `'${fallback.replace(/^'|'$/g, '')}'`);
}
