import { analyzerPage, everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { removeElement, renameElement } from '../elementFixes.ts';

export const invalidPolicyElement = defineCheck({
  code: 'INVALID_POLICY_ELEMENT',
  severity: 'ERROR',
  types: everyType,
  element: 'shape',
  what: 'A policy or a statement has a key that is no element there.',
  why: 'IAM refuses keys it does not know; it never passes over them, and letter case counts.',
  fix: 'Correct the spelling, move the element to where it belongs, or remove it.',
  source: analyzerPage('INVALID_POLICY_ELEMENT', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", «"Actions"»: "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", «"Comment"»: "read only", "Statement": { "Effect": "Allow",
        "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", «"statement"»: [{ «"effect"»: "Allow",
        "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" }] }`,
    },
    {
      type: 'identity',
      text: `{ "Statement": { «"Version"»: "2012-10-17", "Effect": "Deny", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" }, "Version": "2012-10-17" }`,
    },
  ],
  good: [
    {
      type: 'resource',
      owner: 'AWS::S3::Bucket',
      text: `{ "Version": "2012-10-17", "Id": "ReadByReports", "Statement": { "Sid": "Read", "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:role/Reports" }, "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
  ],
  check(problem, { policy, report }) {
    if (problem.problem === 'wrongCase') {
      const { name, element, key } = problem;
      report({
        node: key,
        message: `${name} is no policy element because letter case counts in the names of elements; write ${element}.`,
        fixes: () => renameElement(key, element, policy.kind.type),
      });
    }
    if (problem.problem !== 'unknownElement') return;
    const { level, name, near, key } = problem;
    const advice = near === undefined ? 'remove it.' : `did you mean ${near}?`;
    report({
      node: key,
      message: `${name} is no element of a ${level === 'document' ? 'policy' : 'statement'}, so IAM refuses the policy; ${advice}`,
      fixes: () => {
        const renamed = near === undefined ? [] : renameElement(key, near, policy.kind.type);
        return renamed.length > 0 ? renamed : [removeElement(key)];
      },
    });
  },
});
