import { parseActionName } from '../../policy/actionName.ts';
import { hasWildcard } from '../../policy/wildcard.ts';
import { literalOf, type StringNode } from '../../syntax/node.ts';
import { analyzerPage, everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { fixWith } from '../listFixes.ts';
import { moveAction } from '../moveActions.ts';

/** The keys that AWS's page names; their services come from the IAM User Guide. In lower case. */
const checked: ReadonlySet<string> = new Set(['aws:vpceaccount', 'aws:vpceorgid', 'aws:vpceorgpaths']);

export const useConditionKeyOnlyWithSupportedServices = defineCheck({
  code: 'USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES',
  severity: 'WARNING',
  types: everyType,
  element: 'condition',
  what: 'A key about VPC endpoints stands with actions of services that do not send it.',
  why: 'For these actions the key is absent from every request, so that an Allow never applies and a negated Deny always does.',
  fix: 'Move these actions to a statement that tests aws:SourceVpce or aws:SourceVpc, and name the services instead of *.',
  source: analyzerPage('USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES', 'WARNING'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": ["s3:GetObject", "cloud9:DescribeEnvironments"],
        "Resource": ["arn:aws:s3:::amzn-s3-demo-bucket/*", "arn:aws:cloud9:eu-west-1:111122223333:environment:*"],
        "Condition": { "StringEquals": { «"aws:VpceOrgID"»: "o-exampleorg1" } } } }`,
    },
    {
      type: 'scp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "*", "Resource": "*",
        "Condition": { "StringNotEqualsIfExists": { «"AWS:vpceAccount"»: "111122223333" } } } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": ["s3:GetObject", "S3:List*"],
        "Resource": ["arn:aws:s3:::amzn-s3-demo-bucket", "arn:aws:s3:::amzn-s3-demo-bucket/*"],
        "Condition": { "StringEquals": { "aws:VpceOrgID": "o-exampleorg1" } } } }`,
    },
    {
      type: 'scp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "*", "Resource": "*",
        "Condition": { "StringNotEqualsIfExists": { "aws:SourceVpce": "vpce-11223344556677889" } } } }`,
    },
  ],
  check(condition, { report }) {
    const { key, name, lookup, statement } = condition;
    if (lookup?.kind !== 'global' || !checked.has(name?.toLowerCase() ?? '')) return;
    const services = lookup.key.supportedServices;
    if (services === undefined || statement.action?.name !== 'Action') return;
    const [first, ...others] = statement.action.entries.filter((entry) => isOutside(entry, services));
    if (first === undefined) return;
    const text = literalOf(first) ?? '';
    const wide = hasWildcard(text.split(':')[0] ?? '');
    const who = wide ? `${text} includes services that never send` : `The service of ${text} never sends`;
    report({
      node: key,
      related: [first, ...others],
      message: `${who} ${name}, so the condition does not do there what it says; name services that send it, or test aws:SourceVpce.`,
      fixes: () =>
        others.length === 0 && !wide
          ? fixWith(`Move ${text} to a statement without ${name}`, moveAction(statement, first, [condition]))
          : [],
    });
  },
});

/** Whether an action, or a part of what a pattern matches, is of a service that is not among `services`. */
function isOutside(entry: StringNode, services: readonly string[]): boolean {
  const text = literalOf(entry) ?? '';
  const prefix = text === '*' ? '*' : parseActionName(text)?.prefix.toLowerCase();
  return prefix !== undefined && (hasWildcard(prefix) || !services.includes(prefix));
}
