import { expect, it } from 'vitest';
import { requiredPermissions } from '../../../../client/src/roles/requiredPermissions.ts';
import { stepPlan } from '../../../../client/src/roles/stepPlan.ts';
import { guidePlan, target } from '../../../aws/samplePlans.ts';

const role = 'arn:aws:iam::123456789012:role/orders/orders-reader';
const profile = 'arn:aws:iam::123456789012:instance-profile/orders-reader';
const boundary = 'arn:aws:iam::123456789012:policy/orders-boundary';
const policy = 'arn:aws:iam::123456789012:policy/orders/orders-read';
const readOnly = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
const instance = 'arn:aws:ec2:us-east-1:123456789012:instance/i-0123456789abcdef0';

it('are those of the guide, each once, on what they are needed on', () => {
  expect(requiredPermissions(guidePlan())).toEqual({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: ['ec2:AssociateIamInstanceProfile', 'ec2:ReplaceIamInstanceProfileAssociation'],
        Resource: [instance],
      },
      {
        Effect: 'Allow',
        Action: ['ec2:DescribeIamInstanceProfileAssociations', 'ec2:DescribeInstances'],
        Resource: ['*'],
      },
      {
        Effect: 'Allow',
        Action: ['iam:AddRoleToInstanceProfile', 'iam:CreateInstanceProfile', 'iam:GetInstanceProfile'],
        Resource: [profile],
      },
      {
        Effect: 'Allow',
        Action: ['iam:AttachRolePolicy'],
        Resource: [role],
        Condition: { ArnEquals: { 'iam:PolicyARN': policy } },
      },
      {
        Effect: 'Allow',
        Action: ['iam:AttachRolePolicy'],
        Resource: [role],
        Condition: { ArnEquals: { 'iam:PolicyARN': readOnly } },
      },
      {
        Effect: 'Allow',
        Action: ['iam:CreatePolicy', 'iam:GetPolicy', 'iam:GetPolicyVersion', 'iam:ListPolicyVersions'],
        Resource: [boundary],
      },
      {
        Effect: 'Allow',
        Action: [
          'iam:CreatePolicy',
          'iam:GetPolicy',
          'iam:GetPolicyVersion',
          'iam:ListPolicyVersions',
          'iam:TagPolicy',
        ],
        Resource: [policy],
      },
      {
        Effect: 'Allow',
        Action: ['iam:CreateRole'],
        Resource: [role],
        Condition: { StringEquals: { 'iam:PermissionsBoundary': boundary } },
      },
      { Effect: 'Allow', Action: ['iam:GetPolicy'], Resource: [readOnly] },
      {
        Effect: 'Allow',
        Action: [
          'iam:GetRole',
          'iam:GetRolePolicy',
          'iam:ListAttachedRolePolicies',
          'iam:PutRolePolicy',
          'iam:TagRole',
        ],
        Resource: [role],
      },
      {
        Effect: 'Allow',
        Action: ['iam:PassRole'],
        Resource: [role],
        Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
      },
    ],
  });
});

it('name what is there by its path', () => {
  const step = { kind: 'deleteRole', roleName: 'orders-reader' } as const;
  const resources = (existing: readonly string[]) =>
    requiredPermissions(stepPlan([step], target, existing)).Statement.flatMap(({ Resource }) => Resource);
  expect(resources([role])).toEqual([role]);
  expect(resources([])).toEqual(['arn:aws:iam::123456789012:role/orders-reader']);
});
