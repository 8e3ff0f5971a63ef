import { analyzerPage, principalTypes } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { repeatedSids } from './repeatedSids.ts';
import { sidFixes } from './sidNames.ts';

export const uniqueSidsRecommended = defineCheck({
  code: 'UNIQUE_SIDS_RECOMMENDED',
  severity: 'WARNING',
  types: principalTypes,
  element: 'policy',
  what: 'Two statements have the same Sid, in a policy where AWS accepts that.',
  why: 'A Sid that names two statements names neither, in logs and to whoever changes the policy.',
  fix: 'Give each statement its own Sid, or none.',
  source: analyzerPage('UNIQUE_SIDS_RECOMMENDED', 'WARNING'),
  bad: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": [
        { "Sid": "Trust", "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" },
        { "Sid": «"Trust"», "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/orders" },
          "Action": "sts:AssumeRole" }] }`,
    },
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": [
        { "Sid": "Read", "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/orders" },
          "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" },
        { "Sid": «"Read"», "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/orders" },
          "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket" }] }`,
    },
  ],
  good: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": [
        { "Sid": "Trust", "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" },
        { "Sid": "trust", "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/orders" },
          "Action": "sts:AssumeRole" }] }`,
    },
  ],
  check({ statements }, { report }) {
    for (const { text, node, first, free } of repeatedSids(statements)) {
      report({
        node,
        related: [first],
        message: `Another statement has the Sid ${text} already, so it names neither; change or remove it.`,
        fixes: () => sidFixes(node, free, false),
      });
    }
  },
});
