import { analyzerPage, everyType, type StringRole } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { reportVariables } from './variableReports.ts';

/**
 * Not Resource: before the fifth colon of an ARN a variable stands for nothing, but AWS takes it, as in version 2 of
 * its own AmazonTimestreamInfluxDBServiceRolePolicy. Effect and operators are not here: a variable makes them invalid, which other checks say.
 */
const places: Partial<Readonly<Record<StringRole, string>>> = {
  Sid: 'a Sid',
  Action: 'an action',
  Principal: 'a principal',
  key: 'a condition key',
};

export const variableUnsupportedInElement = defineCheck({
  code: 'VARIABLE_UNSUPPORTED_IN_ELEMENT',
  severity: 'ERROR',
  types: everyType,
  element: 'variableText',
  what: 'A policy variable stands outside of Resource, NotResource and the values of conditions.',
  why: 'IAM puts values in the place of variables only there; elsewhere it takes them as they are written or refuses the policy.',
  fix: 'Write the text out; to compare with a value of the request, use a condition.',
  source: analyzerPage('VARIABLE_UNSUPPORTED_IN_ELEMENT', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Sid": "For«\${aws:username}»", "Effect": "Allow",
        "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "s3:«\${aws:PrincipalTag/access}»", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:role/«\${aws:PrincipalTag/team}»" }, "Action": "sts:AssumeRole" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringEquals": { "aws:PrincipalTag/«\${aws:username}»": "reader" } } } }`,
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
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*", "Condition": { "StringEquals": { "s3:ExistingObjectTag/team": "\${aws:PrincipalTag/team}" } } } }`,
    },
  ],
  check(element, { report }) {
    const place = places[element.role];
    if (place === undefined) return;
    reportVariables(
      report,
      element,
      (_, written) =>
        `A policy variable such as ${written} works only in Resource and in the values of conditions, not in ${place}; write the text out.`,
      (_, written) =>
        element.role === 'Sid' && written !== element.text ? { text: '', safe: false } : undefined,
    );
  },
});
