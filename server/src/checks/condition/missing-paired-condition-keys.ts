import type { Statement } from '../../policy/model.ts';
import { literalOf } from '../../syntax/node.ts';
import { analyzerPage, everyType } from '../check.ts';
import { addCondition } from '../commonFixes.ts';
import { defineCheck } from '../defineCheck.ts';
import { fixWith } from '../listFixes.ts';

/** AWS's page names this key, and the VPC to go with it; its endpoint and its ARN say as much. In lower case. */
const address = 'aws:vpcsourceip';
const networks: ReadonlySet<string> = new Set(['aws:sourcevpc', 'aws:sourcevpce', 'aws:sourcevpcarn']);

/** In a Deny statement a second key would deny less, so that AWS's advice does not apply to one. */
export const missingPairedConditionKeys = defineCheck({
  code: 'MISSING_PAIRED_CONDITION_KEYS',
  severity: 'SECURITY_WARNING',
  types: everyType,
  element: 'condition',
  what: 'Access is allowed by an address within a VPC and by no VPC.',
  why: 'Any VPC may use the same private addresses, so the address alone lets in callers of other VPCs.',
  fix: 'Test aws:SourceVpc or aws:SourceVpce beside aws:VpcSourceIp.',
  source: analyzerPage('MISSING_PAIRED_CONDITION_KEYS', 'SECURITY_WARNING'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "IpAddress": { «"aws:VpcSourceIp"»: "10.0.0.0/8" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "IpAddress": { «"AWS:vpcSourceIP"»: "10.0.0.0/8" }, "StringEquals": { "aws:PrincipalTag/team": "orders" } } } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "IpAddress": { "aws:VpcSourceIp": "10.0.0.0/8" }, "StringEquals": { "aws:SourceVPC": "vpc-11223344556677889" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "NotIpAddress": { "aws:VpcSourceIp": "10.0.0.0/8" } } } }`,
    },
  ],
  check({ key, name, block, statement }, { report }) {
    if (name === undefined || block.operator?.family === 'Null' || !lacksPair(name, statement)) return;
    report({
      node: key,
      message: `Any VPC may use the addresses that ${name} allows; test aws:SourceVpc or aws:SourceVpce beside it.`,
      fixes: () =>
        fixWith(
          'Add a condition on aws:SourceVpc',
          addCondition(statement, 'StringEquals', 'aws:SourceVpc', 'vpc-EXAMPLE1'),
        ),
    });
  },
});

/** Whether a key is an address that a statement allows without a network, or would with it. */
export function lacksPair(name: string, { effect, condition }: Statement): boolean {
  if (name.toLowerCase() !== address || effect?.allows !== 'Allow') return false;
  const keys = (condition?.operators ?? []).flatMap(({ conditions }) => conditions.map(({ key }) => key));
  // A key that is not known yet may be the one.
  return !keys.some((key) => networks.has(literalOf(key)?.toLowerCase() ?? 'aws:sourcevpc'));
}
