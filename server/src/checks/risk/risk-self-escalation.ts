import { defineCheck } from '../defineCheck.ts';
import { entriesOf, listed, riskyGrants } from './riskyGrants.ts';
import { isSelfEscalation } from './selfEscalation.ts';

const mostShown = 3;

export const riskSelfEscalation = defineCheck({
  code: 'RISK_SELF_ESCALATION',
  severity: 'WARNING',
  types: ['identity', 'session'],
  element: 'statement',
  what: 'The statement lets its holder raise its own permissions, by a policy, a trust policy, a group or a permissions boundary.',
  why: 'Whoever may change their own permissions can get all permissions of the account.',
  fix: 'Name users, roles, groups or policies that the holder is not among, or ask for a permissions boundary in a condition on iam:PermissionsBoundary.',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html#access_policies_boundaries-delegate',
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": ["iam:GetRole", «"iam:PutRolePolicy"»], "Resource": "arn:aws:iam::111122223333:role/*" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": [«"iam:Attach*Policy"», "iam:CreatePolicyVersion"], "Resource": "*" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": «"iam:AttachUserPolicy"», "Resource": "arn:aws:iam::111122223333:user/\${aws:username}" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": «"iam:UpdateAssumeRolePolicy"», "Resource": "arn:aws:iam::*:role/*",
        "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "true" } } } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "iam:PutRolePolicy", "Resource": "arn:aws:iam::111122223333:role/orders-*" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "iam:PutRolePolicy", "Resource": "arn:aws:iam::111122223333:role/*", "Condition": {
          "ArnEquals": { "iam:PermissionsBoundary": "arn:aws:iam::111122223333:policy/developers" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "iam:AttachRolePolicy", "Resource": "arn:aws:iam::111122223333:role/*" },
        { "Effect": "Deny", "Action": "iam:Attach*", "Resource": "*", "Condition": {
          "ArnNotEquals": { "iam:PolicyARN": "arn:aws:iam::111122223333:policy/readers" } } }] }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "iam:CreateAccessKey", "Resource": "arn:aws:iam::111122223333:user/\${aws:username}" } }`,
    },
  ],
  check(statement, { catalog, policy, report }) {
    const risky = riskyGrants(policy, catalog).byStatement.get(statement);
    if (risky === undefined) return;
    const grants = risky.filter((grant) => isSelfEscalation(grant, catalog));
    const [node, ...related] = entriesOf(grants);
    if (node === undefined) return;
    const actions = listed(
      grants.map(({ action }) => action),
      mostShown,
    );
    report({
      node,
      related,
      message: `Whoever has this policy can raise its own permissions by ${actions}; name resources it is not among, or ask for a permissions boundary in a condition.`,
    });
  },
});
