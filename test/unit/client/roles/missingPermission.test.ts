import { describe, expect, it } from 'vitest';
import type { Denial } from '../../../../client/src/roles/awsError.ts';
import { missingPermissionStatement } from '../../../../client/src/roles/missingPermission.ts';

const role = 'arn:aws:iam::123456789012:role/orders';
const denial: Denial = {
  principal: 'arn:aws-cn:iam::123456789012:user/ann',
  action: 'iam:CreateRole',
  resource: role,
  policyType: 'identity-based',
  explicit: false,
  policyArn: undefined,
  authorizationId: undefined,
};

describe('a permission that lacks', () => {
  it('is allowed for the resource alone', () => {
    const statement = { Effect: 'Allow', Action: 'iam:CreateRole', Resource: role };
    expect(missingPermissionStatement(denial)).toEqual({ statement });
    expect(missingPermissionStatement({ ...denial, policyType: undefined })).toEqual({ statement });
  });

  it('to pass a role is allowed for one service', () => {
    const Condition = { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } };
    const statement = { Effect: 'Allow', Action: 'iam:PassRole', Resource: role, Condition };
    expect(missingPermissionStatement({ ...denial, action: 'iam:PassRole' })).toEqual({ statement });
    expect(
      missingPermissionStatement({ ...denial, action: 'iam:PassRole' }, 'lambda.amazonaws.com'),
    ).toMatchObject({
      statement: { Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } } },
    });
  });

  it.each([
    [undefined, '*'],
    ['arn:aws-cn:iam::123456789012:role/', '*'],
    ['arn:aws-cn:s3:::amzn-s3-demo-bucket/folder/', 'arn:aws-cn:s3:::amzn-s3-demo-bucket/folder/'],
    ['role orders', 'arn:aws-cn:iam::123456789012:role/orders'],
    ['instance profile web', 'arn:aws-cn:iam::123456789012:instance-profile/web'],
    ['policy arn:aws-cn:iam::aws:policy/X', 'arn:aws-cn:iam::aws:policy/X'],
  ])('on %s is on %s', (resource, Resource) => {
    expect(missingPermissionStatement({ ...denial, resource })).toMatchObject({ statement: { Resource } });
  });
});

describe('no statement helps', () => {
  it.each([
    'resource-based',
    'session',
    'permissions boundary',
    'service control',
    'resource control',
    'VPC endpoint',
    'role trust',
  ] as const)('where a %s policy must allow it', (policyType) => {
    const remedy = missingPermissionStatement({ ...denial, policyType });
    expect(remedy).toEqual({ explanation: expect.stringMatching(/:\s.+\.$/) });
  });

  it('against a statement that denies', () => {
    const policyArn = 'arn:aws:iam::123456789012:policy/limits';
    expect(missingPermissionStatement({ ...denial, explicit: true, policyArn })).toEqual({
      explanation: `An identity-based policy (${policyArn}) has a Deny statement for iam:CreateRole, and no Allow outdoes it: have that statement changed.`,
    });
    expect(missingPermissionStatement({ ...denial, explicit: true, policyType: 'service control' })).toEqual({
      explanation: expect.stringContaining('by an administrator of the organization'),
    });
  });
});
