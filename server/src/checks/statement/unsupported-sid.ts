import { literalOf } from '../../syntax/node.ts';
import { analyzerPage, identityTypes } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { freeSid, plainSid, sidFixes } from './sidNames.ts';

export const unsupportedSid = defineCheck({
  code: 'UNSUPPORTED_SID',
  severity: 'ERROR',
  types: [...identityTypes, 'trust', 'scp', 'rcp'],
  element: 'statement',
  what: 'A Sid has other characters than letters and digits.',
  why: 'IAM and AWS Organizations take only A-Z, a-z and 0-9 in a statement id; some other services take more in their resource policies.',
  fix: 'Leave out spaces, hyphens and other marks.',
  source: analyzerPage('UNSUPPORTED_SID', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Sid": «"read-objects"», "Effect": "Allow",
        "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Sid": «"Trust EC2"», "Effect": "Allow",
        "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Sid": "ReadObjects2", "Effect": "Allow",
        "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Sid": "A", "Effect": "Allow",
        "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" } }`,
    },
    {
      type: 'resource',
      owner: 'AWS::S3::Bucket',
      text: `{ "Version": "2012-10-17", "Statement": { "Sid": "Read by reports", "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:role/Reports" }, "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
  ],
  check({ sid, policy }, { report }) {
    const text = literalOf(sid?.value);
    // A policy variable is a mistake of its own there.
    if (sid?.value === undefined || text === undefined || /^[A-Za-z0-9]*$/.test(text) || text.includes('${'))
      return;
    const plain = plainSid(text);
    const advice = plain === '' ? 'remove it.' : `write ${plain}.`;
    const { value } = sid;
    report({
      node: value,
      message: `The Sid "${text}" has characters that AWS refuses there, because it takes letters and digits only; ${advice}`,
      fixes: () => {
        const taken = new Set(policy.statements.flatMap((other) => literalOf(other.sid?.value) ?? []));
        return sidFixes(value, freeSid(plain, taken), true);
      },
    });
  },
});
