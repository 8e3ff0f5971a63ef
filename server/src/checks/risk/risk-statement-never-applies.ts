import { deniedWhole } from '../../access/deniedWhole.ts';
import { literalOf } from '../../syntax/node.ts';
import { everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { contradictions } from './contradiction.ts';

export const riskStatementNeverApplies = defineCheck({
  code: 'RISK_STATEMENT_NEVER_APPLIES',
  severity: 'WARNING',
  types: everyType,
  element: 'statement',
  what: 'Two conditions of a statement contradict each other, or a Deny takes all that an Allow gives.',
  why: 'A statement applies only where all its conditions are met, and a Deny is stronger than any Allow: what such a statement seems to say, it does not.',
  fix: 'Correct one of the conditions, or put their values into one list under one operator if either will do; remove the Allow, or narrow the Deny.',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html',
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*", "Condition": {
          "StringEquals": { "aws:PrincipalTag/team": "orders" },
          "StringLike": { «"aws:PrincipalTag/team"»: ["billing", "stock-*"] } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "111122223333" }, "Action": "sts:AssumeRole", "Condition": {
          "DateGreaterThan": { "aws:CurrentTime": "2026-12-01T00:00:00Z" },
          "DateLessThan": { «"aws:CurrentTime"»: "2026-11-01T00:00:00Z" } } } }`,
    },
    {
      type: 'scp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "ec2:RunInstances",
        "Resource": "arn:aws:ec2:*:*:instance/*", "Condition": {
          "StringEquals": { "ec2:InstanceType": ["m5.large", "m5.xlarge"] },
          "StringNotLike": { «"ec2:InstanceType"»: "m5.*" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "sqs:SendMessage",
        "Resource": "arn:aws:sqs:us-east-1:111122223333:orders", "Condition": {
          "Null": { "aws:SourceVpce": "true" },
          "StringEquals": { «"aws:SourceVpce"»: "vpce-0123456789abcdef0" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": «"Allow"», "Action": ["S3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/in/*" },
        { "Effect": "Deny", "Action": "s3:*Object", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" }] }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" },
        { "Effect": "Deny", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" },
        { "Effect": "Deny", "Action": "s3:*", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
          "Condition": { "Bool": { "aws:SecureTransport": "false" } } }] }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*", "Condition": {
          "StringEquals": { "aws:PrincipalTag/team": ["orders", "billing"] },
          "StringNotEquals": { "aws:PrincipalTag/team": "billing" } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "111122223333" }, "Action": "sts:AssumeRole", "Condition": {
          "DateGreaterThan": { "aws:CurrentTime": "2026-11-01T00:00:00Z" },
          "DateLessThan": { "aws:CurrentTime": "2026-12-01T00:00:00Z" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "ec2:CreateTags",
        "Resource": "arn:aws:ec2:us-east-1:111122223333:instance/*", "Condition": {
          "ForAllValues:StringEquals": { "aws:TagKeys": ["team"] },
          "ForAnyValue:StringEquals": { "aws:TagKeys": ["stage"] } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "sqs:SendMessage",
        "Resource": "arn:aws:sqs:us-east-1:111122223333:orders", "Condition": {
          "StringEqualsIfExists": { "aws:SourceVpc": "vpc-0123456789abcdef0" },
          "StringNotEqualsIfExists": { "aws:SourceVpc": "vpc-0123456789abcdef0" } } } }`,
    },
  ],
  check(statement, { catalog, report }) {
    const { condition, effect } = statement;
    const denying = deniedWhole(statement);
    if (denying?.effect?.value !== undefined && effect?.value !== undefined) {
      report({
        node: effect.value,
        related: [denying.effect.value],
        message:
          'A Deny in this policy takes all that this statement allows, and is stronger, so the Allow never applies; remove it, or narrow the Deny.',
      });
    }
    if (condition === undefined) return;
    for (const { first, second } of contradictions(condition, catalog)) {
      report({
        node: second.key,
        related: [first.key],
        message: `No request can meet both ${first.operator.name} and ${second.operator.name} on ${literalOf(second.key)}, so the statement never applies; correct one of them, or put the values into one list if either will do.`,
      });
    }
  },
});
