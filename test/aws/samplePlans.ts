import { createRolePlan, type RoleAnswers } from '../../client/src/roles/createRolePlan.ts';
import type { PlanTarget, RolePlan, Step, StepKind } from '../../client/src/roles/plan.ts';
import { stepPlan } from '../../client/src/roles/stepPlan.ts';

export const target: PlanTarget = { account: '123456789012', partition: 'aws', region: 'us-east-1' };

export function policyDocument(...actions: readonly string[]): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: actions, Resource: 'arn:aws:s3:::amzn-s3-demo-bucket/${aws:username}/*' },
    ],
  });
}

export function trustOf(principal: Readonly<Record<string, string>>): string {
  return JSON.stringify(
    {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole' }],
    },
    undefined,
    2,
  );
}

export const ec2Trust = trustOf({ Service: 'ec2.amazonaws.com' });

export const answers: RoleAnswers = {
  name: 'orders-reader',
  path: '/orders/',
  trustPolicy: ec2Trust,
  description: 'Reads orders; it\'s for "Orders"',
  maxSessionDuration: 7200,
  tags: { team: 'orders', stage: 'test' },
  permissionsBoundary: { created: 'orders-boundary' },
  newPolicies: [
    {
      name: 'orders-boundary',
      path: '/',
      description: '',
      document: policyDocument('s3:*'),
      tags: {},
    },
    {
      name: 'orders-read',
      path: '/orders/',
      description: 'Reads orders',
      document: policyDocument('s3:GetObject'),
      tags: { team: 'orders' },
    },
  ],
  inlinePolicies: [{ name: 'list', document: policyDocument('s3:ListBucket') }],
  attachedPolicies: ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
  instanceProfile: { name: 'orders-reader', instanceId: 'i-0123456789abcdef0' },
};

/** The role guide's whole script: policies, role, profile, instance. */
export function guidePlan(instanceId = 'i-0123456789abcdef0'): RolePlan {
  return createRolePlan({ ...answers, instanceProfile: { name: 'orders-reader', instanceId } }, target);
}

/** Changes everything that can be changed on what `guidePlan` made. */
export function changingPlan(instanceId = 'i-0123456789abcdef0'): RolePlan {
  const roleName = answers.name;
  const policyArn = 'arn:aws:iam::123456789012:policy/orders/orders-read';
  const steps: readonly [Step, ...Step[]] = [
    { kind: 'updateAssumeRolePolicy', roleName, trustPolicy: trustOf({ Service: 'lambda.amazonaws.com' }) },
    { kind: 'updateRole', roleName, description: 'Other', maxSessionDuration: 3600 },
    { kind: 'putRolePolicy', roleName, policyName: 'list', document: policyDocument('s3:ListAllMyBuckets') },
    { kind: 'putRolePolicy', roleName, policyName: 'more', document: policyDocument('s3:PutObject') },
    {
      kind: 'createPolicyVersion',
      policyArn,
      document: policyDocument('s3:GetObjectTagging'),
      deleteOldest: true,
    },
    { kind: 'tagRole', roleName, tags: { stage: 'production', owner: 'Ana' } },
    { kind: 'untagRole', roleName, tagKeys: ['team'] },
    { kind: 'putRolePermissionsBoundary', roleName, policy: { arn: policyArn } },
    { kind: 'detachRolePolicy', roleName, policyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' },
    { kind: 'disassociateIamInstanceProfile', instanceProfileName: 'orders-reader', instanceId },
    {
      kind: 'createServiceLinkedRole',
      service: 'autoscaling.amazonaws.com',
      description: '',
      suffix: 'orders',
    },
  ];
  return stepPlan(steps, target, [
    'arn:aws:iam::123456789012:role/orders/orders-reader',
    'arn:aws:iam::123456789012:instance-profile/orders-reader',
  ]);
}

/** The API operation that does a step. */
export function operationOf(kind: StepKind): string | undefined {
  if (kind === 'waitUntilUsable') return undefined;
  if (kind === 'restorePolicyVersion') return 'CreatePolicyVersion';
  return kind.charAt(0).toUpperCase() + kind.slice(1);
}
