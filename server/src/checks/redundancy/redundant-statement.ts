import { repeatedStatements } from '../../access/statementMeaning.ts';
import { literalOf } from '../../syntax/node.ts';
import { analyzerPage, everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { fixWith } from '../listFixes.ts';
import { openingBrace } from '../openingBrace.ts';

export const redundantStatement = defineCheck({
  code: 'REDUNDANT_STATEMENT',
  severity: 'SUGGESTION',
  types: everyType,
  element: 'policy',
  what: 'Two statements say the same.',
  why: 'Whoever changes or removes one of them may believe that the permission is gone, while the other still gives it.',
  fix: 'Remove one of them.',
  source: analyzerPage('REDUNDANT_STATEMENT', 'SUGGESTION'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": [
        { "Sid": "Read", "Effect": "Allow", "Action": ["s3:GetObject", "s3:GetObjectTagging"],
          "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
          "Condition": { "Bool": { "aws:SecureTransport": true }, "StringEquals": { "aws:PrincipalTag/team": ["a", "b"] } } },
        «{» "Sid": "ReadAgain", "Effect": "Allow", "Action": ["S3:GetObjectTagging", "s3:GetObject"],
          "Resource": ["arn:aws:s3:::amzn-s3-demo-bucket/*"],
          "Condition": { "StringEquals": { "AWS:PrincipalTag/team": ["b", "a"] }, "bool": { "aws:SecureTransport": "true" } } }] }`,
    },
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Deny", "Principal": "*", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" },
        «{» "Effect": "Deny", "Principal": { "AWS": "*" }, "Action": "s3:PutObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" }] }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" },
        { "Effect": "Deny", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" },
        { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
          "Condition": { "StringLike": { "aws:PrincipalTag/team": "a" } } },
        { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
          "Condition": { "StringEquals": { "aws:PrincipalTag/team": "a" } } }] }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/a/*" },
        { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/A/*" }] }`,
    },
  ],
  check({ statements }, { catalog, report }) {
    for (const { statement, first } of repeatedStatements(statements, catalog)) {
      const sid = literalOf(first.sid?.value);
      report({
        node: statement.node,
        span: openingBrace(statement.node),
        related: [first.node],
        message: `The statement says the same as ${sid ? `the statement ${sid}` : 'an earlier one'}, so it adds nothing; remove one of them.`,
        fixes: () => fixWith('Remove the statement', [{ edit: 'remove', node: statement.node }], true),
      });
    }
  },
});
