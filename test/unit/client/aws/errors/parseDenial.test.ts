import { describe, expect, it } from 'vitest';
import { parseDenial } from '../../../../../client/src/aws/errors/parseDenial.ts';
import type { Denial } from '../../../../../client/src/roles/awsError.ts';
import { encodedMessageOf } from '../../../../../client/src/roles/encodedDenial.ts';

const ann = 'arn:aws:iam::123456789012:user/ann';
const role = 'arn:aws:iam::123456789012:role/orders';
const denied = `User: ${ann} is not authorized to perform: iam:CreateRole on resource: ${role}`;
const nothing: Denial = {
  principal: ann,
  action: 'iam:CreateRole',
  resource: role,
  policyType: undefined,
  explicit: false,
  policyArn: undefined,
  authorizationId: undefined,
};

describe('a denial', () => {
  it('may say nothing of policies, nor of a resource', () => {
    expect(parseDenial(denied)).toEqual(nothing);
    expect(parseDenial(`User: ${ann} is not authorized to perform: iam:CreateRole`)).toEqual({
      ...nothing,
      resource: undefined,
    });
  });

  it.each([
    ['identity-based policy', 'identity-based'],
    ['resource-based policy', 'resource-based'],
    ['session policy', 'session'],
    ['permissions boundary', 'permissions boundary'],
    ['service control policy', 'service control'],
    ['resource control policy', 'resource control'],
    ['VPC endpoint policy', 'VPC endpoint'],
    ['role trust policy', 'role trust'],
  ] as const)('by a lack in a %s', (words, policyType) => {
    const text = `${denied} because no ${words} allows the iam:CreateRole action`;
    expect(parseDenial(text)).toEqual({ ...nothing, policyType });
  });

  it.each([
    ['an identity-based policy', 'identity-based'],
    ['a permissions boundary', 'permissions boundary'],
    ['the role trust policy', 'role trust'],
    ['a VPC endpoint policy', 'VPC endpoint'],
  ] as const)('by a statement of %s', (words, policyType) => {
    const text = `${denied} with an explicit deny in ${words}`;
    expect(parseDenial(text)).toEqual({ ...nothing, policyType, explicit: true });
  });

  it('may name the policy', () => {
    const policyArn =
      'arn:aws:organizations::987654321098:policy/o-exampleorgid/service_control_policy/p-example1';
    const text = `${denied} with an explicit deny in a service control policy: ${policyArn}`;
    const expected = { ...nothing, policyType: 'service control', explicit: true, policyArn };
    expect(parseDenial(text)).toEqual(expected);
    expect(parseDenial(`${text}. More.`)).toEqual(expected);
  });

  it('may have an id to read details by', () => {
    const authorizationId = 'a1b2c3d4-5678-90ab-cdef-EXAMPLE11111';
    const texts = [
      `Go to https://us-east-1.console.aws.amazon.com/iam/home?#/authorization-details/${authorizationId} to see more.`,
      `Call the GetRequestAuthorizationDetails API with the following authorization id: ${authorizationId}`,
    ];
    for (const text of texts) {
      const found = parseDenial(
        `${denied} because no identity-based policy allows the iam:CreateRole action. ${text}`,
      );
      expect(found).toEqual({ ...nothing, policyType: 'identity-based', authorizationId });
    }
  });

  it('may quote the resource, and may be told in the middle of a text', () => {
    const text = `You are not authorized to perform this operation. User: ${ann} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::amzn-s3-demo-bucket/a b" because no session policy allows the s3:GetObject action`;
    expect(parseDenial(text)).toMatchObject({
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::amzn-s3-demo-bucket/a b',
      policyType: 'session',
    });
  });

  it('ends before an encoded message', () => {
    expect(parseDenial(`${denied}. Encoded authorization failure message: abc`)).toEqual(nothing);
  });

  it('leaves an encoded message to be decoded', () => {
    const text = `${denied}. Encoded authorization failure message: abc-DEF_123== `;
    expect(encodedMessageOf(text)).toBe('abc-DEF_123==');
    expect(encodedMessageOf(denied)).toBeUndefined();
  });

  it('is nothing else', () => {
    expect(parseDenial('Access Denied')).toBeUndefined();
    expect(parseDenial('')).toBeUndefined();
  });
});
