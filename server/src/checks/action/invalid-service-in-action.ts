import { nearestActions } from '../../catalog/nearestActions.ts';
import { nearestServices } from '../../catalog/nearestServices.ts';
import { parseActionName } from '../../policy/actionName.ts';
import { hasWildcard } from '../../policy/wildcard.ts';
import { spanWithin } from '../../syntax/node.ts';
import { analyzerPage, everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';

export const invalidServiceInAction = defineCheck({
  code: 'INVALID_SERVICE_IN_ACTION',
  severity: 'ERROR',
  types: everyType,
  element: 'action',
  what: 'No AWS service has the prefix before the colon.',
  why: 'The action never matches a request, so the statement does not do what it says.',
  fix: 'Write the service’s prefix as the service authorization reference gives it; it is not always the service’s name.',
  source: analyzerPage('INVALID_SERVICE_IN_ACTION', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "«stepfunctions»:StartExecution",
        "Resource": "arn:aws:states:us-east-1:111122223333:stateMachine:orders" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": ["s3:GetObject", "«s33»:PutObject"], "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'scp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny",
        "Action": "«dynamo»:*", "Resource": "arn:aws:dynamodb:*:*:table/orders" } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "SNS:Publish",
        "Resource": "arn:aws:sns:us-east-1:111122223333:orders" } }`,
    },
  ],
  *check({ text, node }, { catalog }) {
    const action = parseActionName(text);
    // VARIABLE_UNSUPPORTED_IN_ELEMENT speaks of a policy variable.
    if (text.includes('${')) return;
    if (action === undefined || hasWildcard(action.prefix) || catalog.service(action.prefix) !== undefined)
      return;
    const actions = hasWildcard(action.name) ? [] : nearestActions(catalog, action.prefix, action.name);
    const near =
      actions.length > 0
        ? actions.map((found) => `${found.prefix}:${found.name}`)
        : nearestServices(catalog, action.prefix);
    const advice =
      near.length > 0
        ? `did you mean ${near.join(' or ')}?`
        : 'see the service authorization reference for its prefix.';
    const nothing =
      action.prefix === '' ? 'no service' : `the service ${action.prefix}, which AWS does not have`;
    yield {
      node,
      ...(action.prefix === '' ? {} : { span: spanWithin(node, 0, action.prefix.length) }),
      message: `The action ${text} names ${nothing}, so it never matches a request; ${advice}`,
    };
  },
});
