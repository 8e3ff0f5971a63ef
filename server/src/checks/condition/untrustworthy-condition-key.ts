import { analyzerPage, everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { isToldWeakly } from '../principal/serviceSource.ts';

export const untrustworthyConditionKey = defineCheck({
  code: 'UNTRUSTWORTHY_CONDITION_KEY',
  severity: 'SECURITY_WARNING',
  types: everyType,
  element: 'condition',
  what: 'A condition decides by what the caller says of itself.',
  why: 'Callers may send any aws:UserAgent and aws:referer they like, so the condition keeps nobody out.',
  fix: 'Test what AWS fills in, such as the principal, the organization, the network or MFA.',
  source: analyzerPage('UNTRUSTWORTHY_CONDITION_KEY', 'SECURITY_WARNING'),
  bad: [
    {
      type: 'resource',
      owner: 'AWS::S3::Bucket',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": { "AWS": "111122223333" },
        "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringLike": { «"aws:Referer"»: "https://www.example.com/*" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringNotLike": { «"aws:useragent"»: "example-app/*" } } } }`,
    },
  ],
  good: [
    {
      type: 'resource',
      owner: 'AWS::S3::Bucket',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": { "AWS": "111122223333" },
        "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringEquals": { "aws:PrincipalTag/team": "orders" } } } }`,
    },
  ],
  check(condition, { report }) {
    const { key, name, lookup } = condition;
    if (lookup?.kind !== 'global' || !lookup.key.untrustworthy || isToldWeakly(condition)) return;
    report({
      node: key,
      message: `The caller chooses the value of ${name}, so the condition keeps nobody out; test what AWS fills in, such as the principal or the network.`,
    });
  },
});
