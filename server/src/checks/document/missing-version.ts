import { analyzerPage, everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { setVersion } from './versionFix.ts';

export const missingVersion = defineCheck({
  code: 'MISSING_VERSION',
  severity: 'WARNING',
  types: everyType,
  element: 'policy',
  what: 'The policy names no version of the policy language.',
  why: 'IAM then reads it as 2008-10-17, in which policy variables such as ${aws:username} are plain text.',
  fix: 'Add "Version": "2012-10-17" as the first element.',
  source: analyzerPage('MISSING_VERSION', 'WARNING'),
  bad: [
    {
      type: 'identity',
      text: `«{» "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
  ],
  check(policy, { report }) {
    const { node, version, level } = policy;
    if (version !== undefined || level === 'statement') return;
    report({
      node,
      span: { start: node.start, end: node.start + 1 },
      message:
        'The policy has no Version, so IAM reads it as 2008-10-17 without policy variables; add "Version": "2012-10-17".',
      fixes: () => [setVersion(policy, true)],
    });
  },
});
