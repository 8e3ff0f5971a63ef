import { actionsOfPath } from '../../access/watchLists.ts';
import type { EscalationGain } from '../../catalog/catalog.ts';
import { defineCheck } from '../defineCheck.ts';
import { type OpenPath, openPaths } from './openPaths.ts';
import { entriesOf, listed } from './riskyGrants.ts';

const mostRelated = 10;

/** What is gained, and what to do against it. */
const gains: Readonly<Record<EscalationGain, readonly [can: string, advice: string]>> = {
  self: ['raise its own permissions', 'name the users, roles and policies it may change'],
  principal: ['act as another user, role or account', 'name the resources it may use'],
  newRole: ['run code with any role', 'name the roles that may be passed'],
  presentRole: ['run code with the roles of what is there', 'name the resources it may use'],
  organization: ['gain permissions in other accounts', 'name the resources it may use'],
};

export const riskPrivilegeEscalation = defineCheck({
  code: 'RISK_PRIVILEGE_ESCALATION',
  severity: 'WARNING',
  types: ['identity', 'session'],
  element: 'policy',
  what: 'Actions that the policy allows, in one statement or several, together give more permissions than it names.',
  why: 'Its holder can act as another user, or run code with the most powerful role there is, whatever else the policy leaves out.',
  fix: 'Name the roles that may be passed and the resources that may be changed, or leave one of the actions out.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": ["lambda:CreateFunction", "lambda:InvokeFunction"],
          "Resource": "arn:aws:lambda:us-east-1:111122223333:function:orders-*" },
        { "Effect": "Allow", "Action": «"iam:PassRole"», "Resource": "arn:aws:iam::111122223333:role/*",
          "Condition": { "StringEquals": { "iam:PassedToService": "lambda.amazonaws.com" } } }] }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": ["ssm:DescribeInstanceInformation", «"ssm:SendC*"»], "Resource": "*" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": ["iam:CreateRole", «"iam:AttachRolePolicy"»],
        "Resource": "arn:aws:iam::111122223333:role/orders-*" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": «"sts:AssumeRole"», "Resource": "arn:aws:iam::*:role/*" } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": ["lambda:CreateFunction", "lambda:InvokeFunction"],
          "Resource": "arn:aws:lambda:us-east-1:111122223333:function:orders-*" },
        { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::111122223333:role/orders" }] }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": ["lambda:CreateFunction", "lambda:InvokeFunction"],
          "Resource": "arn:aws:lambda:us-east-1:111122223333:function:orders-*" },
        { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::111122223333:role/*",
          "Condition": { "StringEquals": { "iam:PassedToService": "scheduler.amazonaws.com" } } }] }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": ["iam:CreateRole", "iam:AttachRolePolicy"],
        "Resource": "arn:aws:iam::111122223333:role/orders-*", "Condition": {
          "ArnEquals": { "iam:PermissionsBoundary": "arn:aws:iam::111122223333:policy/developers" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "arn:aws:iam::*:role/*" },
        { "Effect": "Deny", "Action": "sts:AssumeRole", "NotResource": "arn:aws:iam::111122223333:role/orders" }] }`,
    },
  ],
  check(policy, { catalog, report }) {
    const byStatement = new Map<unknown, OpenPath[]>();
    for (const open of openPaths(policy, catalog)) {
      const statement = open.grants[0]?.statement;
      byStatement.set(statement, [...(byStatement.get(statement) ?? []), open]);
    }
    for (const paths of byStatement.values()) {
      const [first] = paths;
      const node = first?.grants[0]?.node;
      if (first === undefined || node === undefined) continue;
      const others = entriesOf(paths.flatMap(({ grants }) => grants)).filter((one) => one !== node);
      report({ node, related: others.slice(0, mostRelated), message: sentence(first, paths.length - 1) });
    }
  },
});

function sentence({ path }: OpenPath, more: number): string {
  const [can, advice] = gains[path.gain];
  const actions = actionsOfPath(path);
  const ways = more === 0 ? '' : `, and in ${more} more ${more === 1 ? 'way' : 'ways'}`;
  return `Whoever has this policy can ${can} by ${listed(actions, actions.length)}${ways}; ${advice}, or leave one of the actions out.`;
}
