import { analyzerPage } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';

/** Of trust policies, which take no NotPrincipal at all, another finding says so. */
export const allowWithNotPrincipal = defineCheck({
  code: 'ALLOW_WITH_NOT_PRINCIPAL',
  severity: 'SECURITY_WARNING',
  types: ['resource'],
  element: 'statement',
  what: 'A statement allows access to everyone but the principals it names.',
  why: 'Everyone else includes every other AWS account and callers without any identity.',
  fix: 'Name those who need access with Principal, and keep NotPrincipal for Deny statements.',
  source: analyzerPage('ALLOW_WITH_NOT_PRINCIPAL', 'SECURITY_WARNING'),
  bad: [
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        «"NotPrincipal"»: { "AWS": "arn:aws:iam::111122223333:user/guest" }, "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow",
        «"NotPrincipal"»: { "Service": ["sns.amazonaws.com"] }, "Action": "sqs:SendMessage",
        "Resource": "arn:aws:sqs:us-east-1:111122223333:orders",
        "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-exampleorg1" } } }] }`,
    },
  ],
  good: [
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny",
        "NotPrincipal": { "AWS": ["arn:aws:iam::111122223333:root", "arn:aws:iam::111122223333:user/alice"] },
        "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:user/alice" }, "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
  ],
  check({ effect, principal }, { report }) {
    if (effect?.allows !== 'Allow' || principal?.name !== 'NotPrincipal') return;
    report({
      node: principal.key,
      message:
        'Allow with NotPrincipal gives access to everyone who is not named, callers without any identity among them; name with Principal who needs it.',
    });
  },
});
