import { watchedActions } from '../../access/watchedActions.ts';
import { parseActionName } from '../../policy/actionName.ts';
import type { Statement } from '../../policy/model.ts';
import type { Node } from '../../syntax/node.ts';
import type { CheckContext, Fix } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { partitionOf } from '../resource/actionArns.ts';
import { includesAction } from '../trust/includesAction.ts';
import { isSweeping, listed, passRole } from './riskyGrants.ts';

const mostShown = 3;

export const riskMissingDependentAction = defineCheck({
  code: 'RISK_MISSING_DEPENDENT_ACTION',
  severity: 'SUGGESTION',
  types: ['identity'],
  element: 'statement',
  what: 'The statement allows an action whose requests always name a role, and the policy does not allow passing one.',
  why: 'AWS refuses the request unless the caller may pass the role as well, by this policy or another.',
  fix: 'Allow iam:PassRole on the role, unless another policy of the same role or user does.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow",
        "Action": [«"lambda:CreateFunction"», "lambda:UpdateFunctionCode"],
        "Resource": "arn:aws:lambda:us-east-1:111122223333:function:orders" }] }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": «"states:createStateMachine"»,
        "Resource": "arn:aws:states:us-east-1:111122223333:stateMachine:orders" } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "lambda:CreateFunction",
          "Resource": "arn:aws:lambda:us-east-1:111122223333:function:orders" },
        { "Effect": "Allow", "Action": "iam:Pass*", "Resource": "arn:aws:iam::111122223333:role/orders" }] }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "lambda:UpdateFunctionCode",
        "Resource": "arn:aws:lambda:us-east-1:111122223333:function:orders" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "lambda:CreateFunction",
        "Resource": "arn:aws:lambda:us-east-1:111122223333:function:orders" } }`,
    },
  ],
  check(statement, context) {
    const { catalog, policy, report } = context;
    if (statement.effect?.allows !== 'Allow') return;
    const naming = watchedActions(statement, 'namesRole', catalog);
    if (naming.size === 0) return;
    const needing = [...naming].flatMap(([action, node]) =>
      isSweeping({ action, node, statement }) ? [] : [{ action, node }],
    );
    const [first] = needing;
    if (first === undefined || policy.statements.some(mayPassRole)) return;
    const actions = needing.map(({ action }) => action);
    const related = [...new Set<Node>(needing.map(({ node }) => node))].filter((node) => node !== first.node);
    report({
      node: first.node,
      related,
      message: `Requests for ${listed(actions, mostShown)} name a role, and nothing in this policy allows iam:PassRole; allow it on that role, unless another policy does.`,
      fixes: () => allowToPass(statement, actions, context),
    });
  },
});

function mayPassRole(statement: Statement): boolean {
  return statement.effect?.allows === 'Allow' && includesAction(statement, passRole.toLowerCase()) !== 'no';
}

/** The name of the role is left to be written: to pass every role would be a risk of its own. */
function allowToPass({ node }: Statement, actions: readonly string[], context: CheckContext): Fix[] {
  const { catalog } = context;
  const { parent } = node;
  if (parent?.kind !== 'array') return [];
  const prefixes = new Set(actions.map((action) => parseActionName(action)?.prefix ?? ''));
  const services = [...prefixes].flatMap((prefix) => catalog.passedRoles.passedTo[prefix] ?? []);
  const value = {
    Effect: 'Allow',
    Action: passRole,
    Resource: `arn:${partitionOf(context)}:iam::*:role/ROLE_NAME`,
    Condition: { StringEquals: { 'iam:PassedToService': services } },
  };
  return [
    {
      title: 'Add a statement that allows iam:PassRole on a role to be named',
      edits: [{ edit: 'addItem', array: parent, value, after: node }],
      safe: false,
    },
  ];
}
