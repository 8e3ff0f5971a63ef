import type { DelegationForm } from './delegationCheck.ts';
import { allow, deny, viaStacks } from './delegationExamples.ts';

const role = 'arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS';
const forEcs = '"Condition": { "StringEquals": { "iam:AWSServiceName": "ecs.amazonaws.com" } }';

/** Source: IAM User Guide, Access Analyzer policy check reference, the six checks named Create SLR. */
export const createSlrForms: readonly DelegationForm[] = [
  {
    code: 'CREATE_SLR_WITH_NOT_RESOURCE',
    action: 'name',
    resource: 'NotResource',
    what: 'The statement allows iam:CreateServiceLinkedRole for every service but those whose roles NotResource names.',
    bad: [
      allow(`"Action": «"iam:CreateServiceLinkedRole"», "NotResource": "${role}"`),
      allow(`"Action": ["iam:GetRole", «"iam:createservicelinkedrole"»], "NotResource": ["${role}"]`),
    ],
    good: [
      allow(`"Action": "iam:CreateServiceLinkedRole", "Resource": "${role}"`),
      allow(`"Action": "iam:CreateServiceLinkedRole", "NotResource": "${role}", ${forEcs}`),
      deny(`"Action": "iam:CreateServiceLinkedRole", "NotResource": "${role}"`),
    ],
  },
  {
    code: 'CREATE_SLR_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE',
    action: 'pattern',
    resource: 'NotResource',
    what: 'The statement allows iam:CreateServiceLinkedRole by a pattern, for every service but those whose roles NotResource names.',
    bad: [allow(`"Action": «"iam:CreateServiceL*"», "NotResource": "${role}"`)],
    good: [
      allow(`"Action": "iam:CreateServiceL*", "Resource": "${role}"`),
      allow(`"Action": "iam:CreateU*", "NotResource": "${role}"`),
    ],
  },
  {
    code: 'CREATE_SLR_WITH_NOT_ACTION_AND_NOT_RESOURCE',
    action: 'NotAction',
    resource: 'NotResource',
    what: 'NotAction does not leave out iam:CreateServiceLinkedRole, and NotResource limits it to no service.',
    bad: [allow(`"NotAction": «"iam:Pass*"», "NotResource": "${role}", ${viaStacks}`)],
    good: [
      allow(`"NotAction": ["iam:*", "organizations:*"], "NotResource": "${role}"`),
      deny(`"NotAction": "iam:GetRole", "NotResource": "${role}"`),
    ],
  },
  {
    code: 'CREATE_SLR_WITH_STAR_IN_RESOURCE',
    action: 'name',
    resource: 'every role',
    what: 'The statement allows iam:CreateServiceLinkedRole on every role, for every service.',
    bad: [
      allow(`"Action": «"iam:CreateServiceLinkedRole"», "Resource": "*"`),
      allow(`"Action": «"iam:CreateServiceLinkedRole"»,
        "Resource": "arn:aws:iam::111122223333:role/aws-service-role/*"`),
      allow(`"Action": «"iam:CreateServiceLinkedRole"», "Resource": "*",
        "Condition": { "StringLike": { "iam:AWSServiceName": ["*a4b.amazonaws.com"] } }`),
    ],
    good: [
      allow(`"Action": "iam:CreateServiceLinkedRole", "Resource": "*", ${forEcs}`),
      allow(`"Action": "iam:CreateServiceLinkedRole", "Resource": "*",
        "Condition": { "StringLike": { "iam:awsServiceName": ["ecs.amazonaws.com", "spot.amazonaws.com"] } }`),
      allow(`"Action": "iam:CreateServiceLinkedRole",
        "Resource": "arn:aws:iam::*:role/aws-service-role/ecs.amazonaws.com/*"`),
      deny(`"Action": "iam:CreateServiceLinkedRole", "Resource": "*"`),
    ],
  },
  {
    code: 'CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE',
    action: 'pattern',
    resource: 'every role',
    what: 'The statement allows iam:CreateServiceLinkedRole by a pattern, on every role and for every service.',
    bad: [
      allow(`"Action": «"iam:CreateServiceL*"», "Resource": "*"`),
      allow(`"Action": ["iam:GetRole", «"iam:*LinkedRole"»], "Resource": "arn:aws:iam::*:role/*"`),
    ],
    good: [
      allow(`"Action": "iam:CreateServiceL*", "Resource": "*", ${forEcs}`),
      allow(`"Action": "iam:CreateServiceL*", "Resource": "${role}"`),
    ],
  },
  {
    code: 'CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION',
    action: 'NotAction',
    resource: 'every role',
    what: 'NotAction does not leave out iam:CreateServiceLinkedRole, and the resource allows it on every role.',
    bad: [allow(`"NotAction": «["organizations:*", "iam:Pass*"]», "Resource": "*", ${viaStacks}`)],
    good: [allow(`"NotAction": ["iam:*", "organizations:*"], "Resource": "*"`)],
  },
];
