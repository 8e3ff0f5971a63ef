import { expandAction } from '../../access/expandAction.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import { nearestActions } from '../../catalog/nearestActions.ts';
import { parseActionName } from '../../policy/actionName.ts';
import { hasWildcard } from '../../policy/wildcard.ts';
import { analyzerPage, everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';

export const invalidAction = defineCheck({
  code: 'INVALID_ACTION',
  severity: 'ERROR',
  types: everyType,
  element: 'action',
  what: 'The service has no action of this name, or the wildcard matches none.',
  why: 'IAM accepts the name, but it never matches a request, so the statement does not do what it says.',
  fix: 'Write the name as the service authorization reference spells it; for an API operation, the action that IAM checks for it.',
  source: analyzerPage('INVALID_ACTION', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": «"s3:GetObjct"», "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": ["lambda:InvokeFunction", «"lambda:Invoke"»],
        "Resource": "arn:aws:lambda:us-east-1:111122223333:function:orders" } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "s3:getobject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
  ],
  *check({ text, node }, { catalog }) {
    const action = parseActionName(text);
    if (action === undefined || hasWildcard(action.prefix)) return;
    if (catalog.service(action.prefix) === undefined || expandAction(catalog, text).length > 0) return;
    yield { node, message: sentence(text, action.prefix, action.name, catalog) };
  },
});

function sentence(text: string, prefix: string, name: string, catalog: Catalog): string {
  if (hasWildcard(name))
    return `No action of ${prefix} matches ${text}, so it never applies; widen the pattern or name an action.`;
  const meant = catalog.meantAction(text);
  if (meant !== undefined) {
    const actions = meant.actions.join(meant.mode === 'all' ? ' and ' : ' or ');
    return `${text} is not an IAM action, so it never matches a request; use ${actions}.`;
  }
  const near = nearestActions(catalog, prefix, name);
  const advice =
    near.length > 0 ? `did you mean ${near.join(' or ')}?` : `see the actions that ${prefix} has.`;
  return `The action ${text} does not exist, so it never matches a request; ${advice}`;
}
