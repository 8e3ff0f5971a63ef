import type { DelegationForm } from './delegationCheck.ts';
import { allow, deny, viaStacks } from './delegationExamples.ts';

const role = 'arn:aws:iam::111122223333:role/orders';

const toLambda = '"Condition": { "StringEquals": { "iam:PassedToService": "lambda.amazonaws.com" } }';

/** Source: IAM User Guide, Access Analyzer policy check reference, the six checks named Pass role. */
export const passRoleForms: readonly DelegationForm[] = [
  {
    code: 'PASS_ROLE_WITH_NOT_RESOURCE',
    action: 'name',
    resource: 'NotResource',
    what: 'The statement allows iam:PassRole on every role but those in NotResource.',
    bad: [
      allow(`"Action": «"iam:PassRole"», "NotResource": "${role}"`),
      allow(`"Action": ["iam:GetRole", «"iam:passrole"»], "NotResource": ["${role}"], ${toLambda}`),
    ],
    good: [
      allow(`"Action": "iam:PassRole", "Resource": "${role}"`),
      deny(`"Action": "iam:PassRole", "NotResource": "${role}"`),
      allow(`"Action": "iam:GetRole", "NotResource": "${role}"`),
    ],
  },
  {
    code: 'PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE',
    action: 'pattern',
    resource: 'NotResource',
    what: 'The statement allows iam:PassRole by a pattern, on every role but those in NotResource.',
    bad: [
      allow(`"Action": «"iam:Pass*"», "NotResource": "${role}"`),
      allow(`"Action": ["iam:GetRole", «"iam:P*Role"»], "NotResource": ["${role}"]`),
    ],
    good: [
      allow(`"Action": "iam:Pass*", "Resource": "${role}"`),
      allow(`"Action": "iam:Get*", "NotResource": "${role}"`),
    ],
  },
  {
    code: 'PASS_ROLE_WITH_NOT_ACTION_AND_NOT_RESOURCE',
    action: 'NotAction',
    resource: 'NotResource',
    what: 'NotAction does not leave out iam:PassRole, and NotResource allows it on every role but the named ones.',
    bad: [allow(`"NotAction": «"iam:Create*"», "NotResource": "${role}", ${viaStacks}`)],
    good: [
      allow(`"NotAction": ["iam:*", "organizations:*"], "NotResource": "${role}"`),
      deny(`"NotAction": "iam:GetRole", "NotResource": "${role}"`),
    ],
  },
  {
    code: 'PASS_ROLE_WITH_STAR_IN_RESOURCE',
    action: 'name',
    resource: 'every role',
    what: 'The statement allows iam:PassRole on every role, for every service.',
    bad: [
      allow(`"Action": «"iam:PassRole"», "Resource": "*"`),
      allow(`"Action": ["iam:GetRole", «"iam:PassRole"»],
        "Resource": ["${role}", "arn:aws:iam::444455556666:role/*"]`),
      allow(`"Action": «"iam:PassRole"», "Resource": "arn:aws:iam::*:*"`),
      allow(`"Action": «"iam:PassRole"», "Resource": "*",
        "Condition": { "StringEqualsIfExists": { "iam:PassedToService": "lambda.amazonaws.com" } }`),
    ],
    good: [
      allow(`"Action": "iam:PassRole", "Resource": "*", ${toLambda}`),
      allow(`"Action": "iam:PassRole", "Resource": "*",
        "Condition": { "StringEquals": { "iam:passedToService": "lambda.amazonaws.com" } }`),
      allow(`"Action": "iam:PassRole", "Resource": "*",
        "Condition": { "StringLikeIfExists": { "iam:PassedToService": "lambda.amazonaws.com" } }`),
      allow(`"Action": "iam:PassRole", "Resource": "arn:aws:iam::*:role/service-role/StatesExecutionRole*"`),
      allow(`"Action": "iam:PassRole", "Resource": "${role}"`),
    ],
  },
  {
    code: 'PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE',
    action: 'pattern',
    resource: 'every role',
    what: 'The statement allows iam:PassRole by a pattern, on every role and for every service.',
    bad: [
      allow(`"Action": «"iam:Pass*"», "Resource": "*"`),
      allow(`"Action": ["iam:GetRole", «"iam:Pass*"»], "Resource": ["arn:aws:iam::*:role/*"]`),
    ],
    good: [
      allow(`"Action": "iam:Pass*", "Resource": "*", ${toLambda}`),
      allow(`"Action": "iam:Pass*", "Resource": "${role}"`),
    ],
  },
  {
    code: 'PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION',
    action: 'NotAction',
    resource: 'every role',
    what: 'NotAction does not leave out iam:PassRole, and the resource allows it on every role.',
    bad: [allow(`"NotAction": «["organizations:*", "iam:Create*"]», "Resource": "*", ${viaStacks}`)],
    good: [allow(`"NotAction": ["iam:*", "organizations:*"], "Resource": "*"`)],
  },
];
