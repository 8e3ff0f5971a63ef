import { type ActionEntry, actionEntries } from '../../access/actionEntries.ts';
import type { Action } from '../../catalog/catalog.ts';
import type { Statement } from '../../policy/model.ts';
import { hasWildcard } from '../../policy/wildcard.ts';
import { literalOf } from '../../syntax/node.ts';
import { everyType } from '../check.ts';
import { isKeyOfAction } from '../condition/actionKeys.ts';
import { checkedServices } from '../condition/unsupported-action-for-condition-key.ts';
import { defineCheck } from '../defineCheck.ts';

export const riskConditionKeyNeverSent = defineCheck({
  code: 'RISK_CONDITION_KEY_NEVER_SENT',
  severity: 'WARNING',
  types: everyType,
  element: 'condition',
  what: 'A condition tests a key of a service that requests for none of the statement’s actions hold.',
  why: 'The key is always absent: an Allow that tests it never applies, and one that excludes values excludes none.',
  fix: 'Use a key that AWS lists for the actions, or take the condition out.',
  source:
    'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "ec2:StartInstances",
        "Resource": "arn:aws:ec2:us-east-1:111122223333:instance/*",
        "Condition": { "StringEquals": { «"ec2:VolumeType"»: "gp3" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": ["sqs:Send*", "sqs:ReceiveMessage"],
        "Resource": "arn:aws:sqs:us-east-1:111122223333:orders",
        "Condition": { "StringNotEquals": { «"sns:Protocol"»: "https" } } } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": ["ec2:StartInstances", "ec2:CreateVolume"],
        "Resource": "arn:aws:ec2:us-east-1:111122223333:*/*",
        "Condition": { "StringEquals": { "ec2:VolumeType": "gp3" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "ec2:StartInstances",
        "Resource": "arn:aws:ec2:us-east-1:111122223333:instance/*",
        "Condition": { "StringEqualsIfExists": { "ec2:InstanceType": "t3.micro" } } } }`,
    },
  ],
  check({ key, name, lookup, block: { operator }, statement }, { catalog, report }) {
    if (lookup?.kind !== 'service' || lookup.key.key.startsWith('aws:')) return;
    // With these the key may be absent.
    if (operator === undefined || operator.ifExists || operator.family === 'Null') return;
    const entries = actionEntries(statement, catalog).all;
    if (!areKnown(statement, entries)) return;
    if (unlisted.has(stem(lookup.key.key))) return;
    if (checkedServices.has(lookup.service) && namesAction(statement)) return;
    const sendsKey = (action: Action) =>
      action.added || isKeyOfAction(action, lookup.key, lookup.service, catalog);
    if (entries.some(({ meaning }) => meaning.actions.some(sendsKey))) return;
    const effect = operator.negated
      ? 'so the condition excludes nothing'
      : `so the ${statement.effect?.allows ?? 'statement'} never applies`;
    report({
      node: key,
      message: `Requests for the actions of this statement never hold ${name}, ${effect}; use a key that AWS lists for them, or take the condition out.`,
    });
  },
});

/** Keys that AWS's own policies test with actions for which its reference does not list them, in lower case. */
const unlisted: ReadonlySet<string> = new Set(['aws-marketplace:productid', 'ssm:resourcetag']);

/** A key without what follows its slash, such as the tag's name. */
function stem(key: string): string {
  return (key.split('/')[0] ?? key).toLowerCase();
}

/** Not where one of them is not known, or a pattern takes in several services. */
function areKnown({ action }: Statement, entries: readonly ActionEntry[]): boolean {
  return (
    action?.name === 'Action' &&
    entries.length > 0 &&
    entries.every(({ meaning }) => meaning.actions.length > 0)
  );
}

/** Of what is named UNSUPPORTED_ACTION_FOR_CONDITION_KEY speaks. */
function namesAction({ action }: Statement): boolean {
  return action?.entries.some((node) => !hasWildcard(literalOf(node) ?? '')) ?? false;
}
