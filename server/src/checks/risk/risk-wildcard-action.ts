import { expandAction } from '../../access/expandAction.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import { parseActionName } from '../../policy/actionName.ts';
import { hasWildcard } from '../../policy/wildcard.ts';
import { literalOf, type StringNode } from '../../syntax/node.ts';
import { defineCheck } from '../defineCheck.ts';
import { leastPrivilegePage } from './leastPrivilegePage.ts';

export const riskWildcardAction = defineCheck({
  code: 'RISK_WILDCARD_ACTION',
  severity: 'WARNING',
  types: ['identity', 'session'],
  element: 'statement',
  what: 'The statement allows every action, or every action of a service.',
  why: 'It allows more than any task needs, changing permissions and what AWS adds later included.',
  fix: 'Name the actions that are needed, or patterns such as s3:Get*.',
  source: leastPrivilegePage,
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": «"s3:*"», "Resource": "arn:aws:s3:::amzn-s3-demo-bucket" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": ["s3:GetObject", «"sqs:*"», "sns:*"],
        "Resource": ["arn:aws:s3:::amzn-s3-demo-bucket/*", "arn:aws:sqs:us-east-1:111122223333:orders",
          "arn:aws:sns:us-east-1:111122223333:orders"] } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": «"*"», "Resource": "arn:aws:s3:::amzn-s3-demo-bucket" } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "s3:Get*", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny",
        "Action": "s3:*", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket" } }`,
    },
  ],
  check({ effect, action: element }, { catalog, report }) {
    if (effect?.allows !== 'Allow' || element?.name !== 'Action') return;
    const wide = element.entries.filter(isWhole);
    const [node, ...related] = wide;
    if (node === undefined) return;
    const texts = wide.map((entry) => literalOf(entry) ?? '');
    report({
      node,
      related,
      message: `${sentence(texts, catalog)}, more than a task needs; name the needed ones.`,
    });
  },
});

/** `*`, `*:*`, `service:*`. */
function isWhole(node: StringNode): boolean {
  const text = literalOf(node) ?? '';
  return text.endsWith('*') && /^\*+$/.test(parseActionName(text)?.name ?? text);
}

function sentence(texts: readonly string[], catalog: Catalog): string {
  const everything = texts.find((text) => hasWildcard(parseActionName(text)?.prefix ?? text));
  if (everything !== undefined) return `${everything} allows every action of every service`;
  const [only = ''] = texts;
  if (texts.length > 1) return `${texts.join(', ')} allow every action of ${texts.length} services`;
  const actions = expandAction(catalog, only);
  const changing = actions.filter(({ accessLevel }) => accessLevel === 'Permissions management').length;
  const among = changing > 0 ? `, ${changing} of which change permissions` : '';
  return `${only} allows all ${actions.length} actions${among}`;
}
