import { parseIpRange } from '../../policy/ipRange.ts';
import { printIpRange } from '../../policy/printIpRange.ts';
import { analyzerPage, everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { changeListed } from '../listFixes.ts';

export const improveIpRange = defineCheck({
  code: 'IMPROVE_IP_RANGE',
  severity: 'SUGGESTION',
  types: everyType,
  element: 'value',
  what: 'The address of a range has bits set behind its length.',
  why: 'IAM ignores these bits, so the range is wider than the address makes it look.',
  fix: 'Write the first address of the range, or a greater length if a part of it is meant.',
  source: analyzerPage('IMPROVE_IP_RANGE', 'SUGGESTION'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "IpAddress": { "aws:SourceIp": ["198.51.100.0/24", «"203.0.113.7/24"»] } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "NotIpAddress": { "aws:SourceIp": «"2001:db8::1/32"» } } } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "IpAddress": { "aws:SourceIp": ["203.0.113.128/25", "203.0.113.7", "203.0.113.7/32", "2001:db8::/32"] } } } }`,
    },
  ],
  check({ text, node, condition }, { report }) {
    const { operator } = condition.block;
    if (operator?.family !== 'IpAddress' || !text.includes('/')) return;
    const range = parseIpRange(text);
    if (range === undefined) return;
    const plain = printIpRange(range);
    const network = parseIpRange(plain)?.bytes ?? [];
    if (network.every((byte, index) => byte === range.bytes[index])) return;
    report({
      node,
      message: `IAM reads ${text} as ${plain}, which holds other addresses too; write ${plain} or the range that is meant.`,
      fixes: () => changeListed(node, [plain], true),
    });
  },
});
