import { describe, expect, it } from 'vitest';
import { AwsError } from '../../../../client/src/roles/awsError.ts';
import { faultPlace, policyFault, policyFaultOf } from '../../../../client/src/roles/policyFault.ts';

const none = { operation: undefined, requestId: undefined, denied: undefined };

describe('AWS points at', () => {
  it.each([
    [
      'Invalid principal in policy: "AWS":"arn:aws:iam::123456789012:role/x"',
      'Principal',
      'arn:aws:iam::123456789012:role/x',
    ],
    ['Invalid principal in policy: "SERVICE":"ec2.amazon.com"', 'Principal', 'ec2.amazon.com'],
    ['Missing required field Principal', 'Principal', undefined],
    ['Policy document should not specify a principal.', 'Principal', undefined],
    ['Has prohibited field Resource', 'Resource', undefined],
    ['Policy statement must contain resources.', 'Resource', undefined],
    ['Resource amzn-s3-demo-bucket must be in ARN format or "*".', 'Resource', 'amzn-s3-demo-bucket'],
    ['Partition "" is not valid for resource "arn::s3:::x".', 'Resource', 'arn::s3:::x'],
    [
      'IAM resource arn:aws:iam:us-east-1:: cannot contain region information.',
      'Resource',
      'arn:aws:iam:us-east-1::',
    ],
    ['AssumeRole policy may only specify STS AssumeRole actions.', 'Action', undefined],
    ['Policy statement must contain actions.', 'Action', undefined],
    ['Vendor s33 is not valid', 'Action', 's33'],
    ['Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.', 'Action', undefined],
    ['Statement IDs (SID) in a single policy must be unique.', 'Sid', undefined],
    ['Policy document must be version 2012-10-17 or greater.', 'Version', undefined],
    ['Invalid Condition type : StringLikes', 'Condition', undefined],
    ['Syntax errors in policy.', undefined, undefined],
  ])('%s', (text, element, value) => {
    expect(policyFault(text)).toEqual({ element, value, advice: expect.stringMatching(/\.$/) });
  });
});

it('is asked of errors about a document alone', () => {
  const awsMessage = 'Has prohibited field Resource';
  const malformed = new AwsError('x', { ...none, awsMessage, code: 'MalformedPolicyDocument' });
  expect(policyFaultOf(malformed)).toMatchObject({ element: 'Resource' });
  expect(policyFaultOf(new AwsError('x', { ...none, awsMessage, code: 'LimitExceeded' }))).toBeUndefined();
  expect(policyFaultOf(new Error('x'))).toBeUndefined();
});

describe('the place in the document', () => {
  const text = JSON.stringify({
    Statement: [
      { Action: 's3:GetObject', NotResource: 'arn:aws:s3:::a/*' },
      { Action: 's3:PutObject', Sid: '', Condition: {} },
    ],
  });
  const marked = (element: 'Action' | 'Resource' | undefined, value?: string, within = text) => {
    const place = faultPlace(within, { element, value });
    return place && within.slice(...place);
  };

  it('is that of the value which AWS quotes, whole', () => {
    expect(marked('Resource', 'arn:aws:s3:::a/*')).toBe('arn:aws:s3:::a/*');
    expect(marked('Resource', 'arn:aws:s3:::a')).toBe('NotResource');
  });

  it('is the name of the element, where there is only one', () => {
    expect(marked('Resource')).toBe('NotResource');
    expect(marked('Action')).toBeUndefined();
    expect(marked(undefined)).toBeUndefined();
  });

  it('is found in a document that is a string', () => {
    const string = JSON.stringify(JSON.stringify(text));
    expect(marked('Resource', undefined, string)).toBe('NotResource');
    expect(marked('Resource', 'arn:aws:s3:::a/*', string)).toBe('arn:aws:s3:::a/*');
  });
});
