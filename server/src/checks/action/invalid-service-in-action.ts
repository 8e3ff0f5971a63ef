import { nearestActions } from '../../catalog/nearestActions.ts';
import { nearestServices } from '../../catalog/nearestServices.ts';
import { type ActionName, parseActionName } from '../../policy/actionName.ts';
import type { PolicyType } from '../../policy/policyType.ts';
import { hasWildcard } from '../../policy/wildcard.ts';
import { spanWithin } from '../../syntax/node.ts';
import { analyzerPage, everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { changeToNearest, writeOutServices } from './actionFixes.ts';

/** Of these another ERROR speaks of a wildcard there. */
const ownWildcardErrors: readonly PolicyType[] = ['scp', 'rcp'];

export const invalidServiceInAction = defineCheck({
  code: 'INVALID_SERVICE_IN_ACTION',
  severity: 'ERROR',
  types: everyType,
  element: 'action',
  byTextAlone: true,
  what: 'No AWS service has the prefix before the colon, or a wildcard stands in it.',
  why: 'No request has such an action, so the statement does not do what it says; and IAM takes wildcards only behind the colon.',
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
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "NotAction": ["«*»:Describe*"], "Resource": "*" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": ["sqs:GetQueueUrl", "«s?s»:List*"], "Resource": "arn:aws:sqs:us-east-1:111122223333:orders" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "«cloudcontrol»:GetResource", "Resource": "*" } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "SNS:Publish",
        "Resource": "arn:aws:sns:us-east-1:111122223333:orders" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "*:*", "Resource": "*" } }`,
    },
  ],
  check(element, context) {
    const { text, node } = element;
    const { catalog, policy, report } = context;
    const action = parseActionName(text);
    // VARIABLE_UNSUPPORTED_IN_ELEMENT speaks of a policy variable.
    if (action === undefined || text.includes('${')) return;
    if (hasWildcard(action.prefix)) {
      if (ownWildcardErrors.includes(policy.kind.type) || isEverything(action)) return;
      report({
        node,
        span: spanWithin(node, 0, action.prefix.length),
        message: `${text} has a wildcard in the name of the service, which IAM refuses; write the service out, as in s3:${action.name}.`,
        fixes: () => writeOutServices(element, context),
      });
      return;
    }
    if (catalog.service(action.prefix) !== undefined) return;
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
    report({
      node,
      ...(action.prefix === '' ? {} : { span: spanWithin(node, 0, action.prefix.length) }),
      message: `The action ${text} names ${nothing}, so it never matches a request; ${advice}`,
      fixes: () => changeToNearest(element, context),
    });
  },
});

/** `*:*` is another way to write `*`. */
function isEverything({ prefix, name }: ActionName): boolean {
  return /^\*+$/.test(prefix + name);
}
