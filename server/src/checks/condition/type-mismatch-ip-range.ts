import { parseIpRange } from '../../policy/ipRange.ts';
import { analyzerPage, everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { changeListed } from '../listFixes.ts';
import { meantIpRange } from './meantIpRange.ts';

export const typeMismatchIpRange = defineCheck({
  code: 'TYPE_MISMATCH_IP_RANGE',
  severity: 'ERROR',
  types: everyType,
  element: 'value',
  what: 'A value of IpAddress or NotIpAddress is no IP address or range.',
  why: 'IAM compares addresses with ranges only, and refuses or never matches anything else.',
  fix: 'Write an address such as 203.0.113.7, or a range in CIDR notation such as 203.0.113.0/24 or 2001:db8::/32.',
  source: analyzerPage('TYPE_MISMATCH_IP_RANGE', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "IpAddress": { "aws:SourceIp": «"203.0.113.*"» } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "NotIpAddress": { "aws:SourceIp": ["2001:db8::/32", «"203.0.113.0/33"»] } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "IpAddress": { "aws:SourceIp": «"office.example.com"» } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "IpAddress": { "aws:SourceIp": ["203.0.113.0/24", «"203.0.113.0/255.255.255.0"», «"198.51.100.0/"»] } } } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "IpAddress": { "aws:SourceIp": ["203.0.113.7", "198.51.100.0/24", "2001:DB8::/32"] } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "NotIpAddressIfExists": { "aws:SourceIp": "203.0.113.0/24" } } } }`,
    },
  ],
  check({ text, node, condition }, { report }) {
    const { operator } = condition.block;
    if (operator?.family !== 'IpAddress' || text.includes('${') || parseIpRange(text)) return;
    report({
      node,
      message: `${text || 'An empty string'} is no IP address or range, so ${operator.name} cannot compare with it; write one such as 203.0.113.0/24.`,
      fixes: () => {
        const meant = meantIpRange(text);
        return meant === undefined ? [] : changeListed(node, [meant.text], meant.sure);
      },
    });
  },
});
