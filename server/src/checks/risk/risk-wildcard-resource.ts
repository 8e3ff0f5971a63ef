import { actionEntries } from '../../access/actionEntries.ts';
import { takesResource } from '../../access/takesResource.ts';
import { nothingWatched } from '../../access/watchLists.ts';
import type { Action, Catalog } from '../../catalog/catalog.ts';
import type { Statement } from '../../policy/model.ts';
import { literalOf } from '../../syntax/node.ts';
import { defineCheck } from '../defineCheck.ts';
import { leastPrivilegePage } from './leastPrivilegePage.ts';
import { narrowResource } from './narrowResource.ts';
import { reportedActions } from './reportedActions.ts';

const mostShown = 3;

export const riskWildcardResource = defineCheck({
  code: 'RISK_WILDCARD_RESOURCE',
  severity: 'SUGGESTION',
  types: ['identity', 'session'],
  element: 'statement',
  what: 'The statement allows on every resource what could be allowed on some.',
  why: 'It reaches every resource of the account, also those of other teams and those made later.',
  fix: 'Write the ARNs of the resources; actions that take none go to a statement of their own with *.',
  source: leastPrivilegePage,
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "s3:PutObject", "Resource": «"*"» } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": ["s3:ListAllMyBuckets", "sqs:SendMessage"], "Resource": [«"*"»] } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": ["s3:ListAllMyBuckets", "ec2:DescribeInstances", "polly:SynthesizeSpeech"],
        "Resource": "*" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "ec2:StartInstances",
        "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/team": "orders" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "ecs:RunTask",
        "Resource": "*", "Condition": {
          "ArnEquals": { "ecs:cluster": "arn:aws:ecs:us-east-1:111122223333:cluster/orders" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:us-east-1:111122223333:orders" } }`,
    },
  ],
  check(statement, context) {
    const { catalog, report } = context;
    if (statement.effect?.allows !== 'Allow' || statement.resource?.name !== 'Resource') return;
    const node = statement.resource.entries.find((entry) => literalOf(entry) === '*');
    if (node === undefined) return;
    const actions = specificActions(statement, catalog);
    if (actions.length === 0 || restrictsResource(statement, actions)) return;
    report({
      node,
      message: sentence(actions, catalog),
      fixes: () => narrowResource(statement, node, canBeNarrowed, context),
    });
  },
});

/** PASS_ROLE_WITH_STAR_IN_RESOURCE and CREATE_SLR_WITH_STAR_IN_RESOURCE speak of these. */
const warnedElsewhere = ['iam:PassRole', 'iam:CreateServiceLinkedRole'];

function canBeNarrowed(action: Action): boolean {
  return !action.added && takesResource(action) && !warnedElsewhere.includes(nameOf(action));
}

/** The actions named without a wildcard that take resources, but those another RISK_ check names. */
function specificActions(statement: Statement, catalog: Catalog): readonly Action[] {
  if (statement.action?.name !== 'Action') return [];
  const entries = actionEntries(statement, catalog);
  // What is reported is watched.
  const reported = entries.watched.length === 0 ? [] : reportedActions(statement, catalog);
  const specific: Action[] = [];
  for (const { meaning } of entries.all) {
    const { action, watched, takesResource } = meaning;
    if (action === undefined || !takesResource) continue;
    if (watched === nothingWatched || !isReported(nameOf(action), reported)) specific.push(action);
  }
  return specific;
}

function isReported(name: string, reported: readonly string[]): boolean {
  return warnedElsewhere.includes(name) || reported.includes(name);
}

function nameOf(action: Action): string {
  return `${action.prefix}:${action.name}`;
}

const resourceKey = /^aws:resource(account|orgid|orgpaths)$|:resourcetag\//;

/** Whether a condition chooses among the resources: by their tags or owner, or by a key of the service's own. */
function restrictsResource({ condition }: Statement, actions: readonly Action[]): boolean {
  const blocks = condition?.operators ?? [];
  const keys = blocks.flatMap(({ conditions }) => conditions.map(({ key }) => literalOf(key)?.toLowerCase()));
  if (keys.length === 0) return false;
  // A key with a hole may be any.
  if (keys.some((key) => key === undefined || resourceKey.test(key))) return true;
  // Actions that take the same share the lists of it.
  const types = [...new Set(actions.map(({ resourceTypes }) => resourceTypes))].flat();
  const ofTypes = [...new Set(types.map((type) => type.conditionKeys))].flat();
  const ofActions = [...new Set(actions.map((action) => action.conditionKeys))].flat();
  const own = ofActions.filter((key) => !key.startsWith('aws:'));
  const stems = new Set([...ofTypes, ...own].map((key) => stem(key.toLowerCase())));
  return keys.some((key) => stems.has(stem(key ?? '')));
}

/** A key without what follows its slash, such as the tag's name. */
function stem(key: string): string {
  return key.split('/')[0] ?? key;
}

function sentence(actions: readonly Action[], catalog: Catalog): string {
  const shown = actions.slice(0, mostShown).map((action) => `${nameOf(action)} ${arnOf(action, catalog)}`);
  const more = actions.length > mostShown ? `, and so on for ${actions.length - mostShown} more` : '';
  return `The statement allows its actions on every resource; write the ARNs they need: ${shown.join(', ')}${more}.`;
}

function arnOf({ prefix, resourceTypes }: Action, catalog: Catalog): string {
  const type = resourceTypes.find(({ required }) => required) ?? resourceTypes[0];
  return (type && catalog.service(prefix)?.resourceTypes.get(type.name)?.arn) ?? 'its own ARN';
}
