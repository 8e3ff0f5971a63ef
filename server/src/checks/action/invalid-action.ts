import { expandAction } from '../../access/expandAction.ts';
import type { Catalog, MeantAction } from '../../catalog/catalog.ts';
import { nearestActions } from '../../catalog/nearestActions.ts';
import { type ActionName, parseActionName } from '../../policy/actionName.ts';
import { hasWildcard } from '../../policy/wildcard.ts';
import { analyzerPage, everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { changeToNearest } from './actionFixes.ts';

export const invalidAction = defineCheck({
  code: 'INVALID_ACTION',
  severity: 'ERROR',
  types: everyType,
  element: 'action',
  byTextAlone: true,
  what: 'The service has no action of this name, the pattern matches none, or no service is named.',
  why: 'The name never matches a request, so the statement does not do what it says; IAM refuses an action without a service.',
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
        "Action": ["lambda:GetFunction", «"lambda:Invoke"»],
        "Resource": "arn:aws:lambda:us-east-1:111122223333:function:orders" } }`,
    },
    {
      type: 'scp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny",
        "Action": «"s3:Remove*"», "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": «"GetObject"», "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny",
        "NotAction": ["s3:GetObject", «"s3:"»], "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "S3:getobject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "s3:Get?bject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
  ],
  check(element, context) {
    const { text, node } = element;
    const { catalog, report } = context;
    const fixes = () => changeToNearest(element, context);
    // VARIABLE_UNSUPPORTED_IN_ELEMENT speaks of a policy variable.
    if (text.includes('${')) return;
    const action = parseActionName(text);
    if (action === undefined) {
      if (!/^\*+$/.test(text)) report({ node, message: withoutService(text, catalog), fixes });
      return;
    }
    if (hasWildcard(action.prefix)) return;
    const service = catalog.service(action.prefix);
    if (service === undefined || service.actions.size === 0) return;
    const matched = hasWildcard(action.name)
      ? expandAction(catalog, text).length > 0
      : service.actions.has(action.name.toLowerCase());
    if (matched) return;
    report({ node, message: sentence(text, action, catalog), fixes });
  },
});

function withoutService(text: string, catalog: Catalog): string {
  const shown = text === '' ? 'An empty action' : `The action ${text}`;
  const [service] = text.split(/[.]/);
  const example =
    service !== undefined && service !== text && catalog.service(service) !== undefined
      ? `${service}:${text.slice(service.length + 1)}`
      : 's3:GetObject';
  return `${shown} names no service, so IAM refuses the policy; write service:Name, such as ${example}.`;
}

function sentence(text: string, { prefix, name }: ActionName, catalog: Catalog): string {
  if (hasWildcard(name))
    return `No action of ${prefix} matches ${text}, so it never applies; widen the pattern or name an action.`;
  const meant = catalog.meantAction(text);
  if (meant !== undefined)
    return `${text} is not an IAM action, so it never matches a request; use ${listed(meant)}.`;
  const near = nearestActions(catalog, prefix, name).map((action) => `${action.prefix}:${action.name}`);
  const advice =
    near.length > 0 ? `did you mean ${near.join(' or ')}?` : `see the actions that ${prefix} has.`;
  return `The action ${text} does not exist, so it never matches a request; ${advice}`;
}

function listed({ actions, mode }: MeantAction): string {
  return actions.join(mode === 'all' ? ' and ' : ' or ');
}
