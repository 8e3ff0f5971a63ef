import { describe, expect, it } from 'vitest';
import { explainError } from '../../../../../client/src/aws/errors/explainError.ts';
import { AwsError } from '../../../../../client/src/roles/awsError.ts';

const nowhere = { action: 'iam:CreateRole', endpoint: undefined };

/** As the SDK throws what a service refuses. */
function refused(code: string, message: string, action = 'iam:CreateRole'): AwsError {
  const error = Object.assign(new Error(message), {
    name: code,
    Code: code,
    $fault: 'client',
    $metadata: {},
  });
  const explained = explainError(error, { action, endpoint: undefined });
  if (explained instanceof AwsError) return explained;
  throw explained;
}

const quota = (name: string, limit: number) => `Cannot exceed quota for ${name}: ${limit}`;

describe('what AWS refuses', () => {
  it.each([
    ['LimitExceeded', quota('PoliciesPerRole', 10), 'At most 10', 'managed policies attached to a role'],
    ['LimitExceeded', quota('ACLSizePerRole', 2048), 'At most 2048', 'characters in a trust policy'],
    ['LimitExceeded', quota('Unheard', 3), 'At most 3', 'Unheard'],
    ['LimitExceeded', 'Maximum policy size of 10240 bytes exceeded for role orders', 'role orders', '10240'],
    ['LimitExceeded', 'Something new', 'Something new', 'quota'],
    [
      'DeleteConflict',
      'Cannot delete entity, must detach all policies first.',
      'detach them first',
      'managed',
    ],
    [
      'DeleteConflict',
      'Cannot delete entity, must remove roles from instance profile first.',
      'instance profile',
    ],
    ['DeleteConflict', 'Cannot delete a policy attached to entities.', 'the policy is attached'],
    ['MalformedPolicyDocument', 'Has prohibited field Resource', 'remove the element', 'prohibited field'],
    [
      'EntityAlreadyExists',
      'Role with name Orders already exists.',
      'Role with name Orders already exists',
      'case',
    ],
    ['UnmodifiableEntity', 'Cannot perform the operation on the protected role', 'belongs to an AWS service'],
    ['ConcurrentModification', 'The request was rejected', 'in progress'],
    ['PolicyNotAttachable', 'x', 'choose another policy'],
    ['Throttling', 'Rate exceeded', 'wait a minute'],
    ['RequestLimitExceeded', 'Request limit exceeded.', 'wait a minute'],
    ['ExpiredToken', 'The security token included in the request is expired', 'sign in again'],
    [
      'InvalidClientTokenId',
      'The security token included in the request is invalid.',
      'GetSessionToken without MFA',
    ],
    ['SignatureDoesNotMatch', 'The request signature we calculated does not match', 'secret access key'],
    ['SignatureDoesNotMatch', 'Signature expired: 20260101T000000Z is now earlier than', 'clock'],
    ['SignatureDoesNotMatch', 'Signature not yet current: 20260101T000000Z is still later', 'clock'],
    ['AccessDenied', 'MultiFactorAuthentication failed with invalid MFA one time pass code.', 'next one'],
    ['AccessDenied', 'Roles may not be assumed by root accounts.', 'root user'],
    ['AccessDenied', 'Denied for a reason of its own', 'iam:CreateRole', 'Denied for a reason of its own'],
    ['UnheardOf', 'A text', 'AWS refused iam:CreateRole (UnheardOf): A text'],
  ])('%s: %s', (code, text, ...parts) => {
    const { message, details } = refused(code, text);
    expect(details).toMatchObject({ code, operation: 'iam:CreateRole', awsMessage: text });
    for (const part of parts) expect(message).toContain(part);
  });

  it('has its code without “Exception”', () => {
    const error = Object.assign(new Error('x'), { name: 'ExpiredTokenException', $fault: 'client' });
    expect(explainError(error, nowhere)).toMatchObject({ details: { code: 'ExpiredToken' } });
  });

  it('says of a session without MFA only where IAM was called', () => {
    const { message } = refused('InvalidClientTokenId', 'invalid', 'sts:GetCallerIdentity');
    expect(message).not.toContain('MFA');
  });

  it('tells of the duration that cannot be had', () => {
    const chained =
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.';
    const longer = 'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.';
    expect(refused('ValidationError', chained, 'sts:AssumeRole').message).toContain('one hour at most');
    expect(refused('ValidationError', longer, 'sts:AssumeRole').message).toContain('raise the role');
  });
});

describe('who is denied', () => {
  const user = 'arn:aws:iam::123456789012:user/ann';
  const text = `User: ${user} is not authorized to perform: iam:CreateRole on resource: arn:aws:iam::123456789012:role/orders`;

  it('is told with the policy that denies', () => {
    const policy = 'arn:aws:organizations::987654321098:policy/o-a/service_control_policy/p-b';
    const { message, details } = refused(
      'AccessDenied',
      `${text} with an explicit deny in a service control policy: ${policy}`,
    );
    expect(details.denied).toMatchObject({ explicit: true, policyArn: policy });
    expect(message).toBe(
      `${user} may not iam:CreateRole on arn:aws:iam::123456789012:role/orders, because a statement of the service control policy of the organization (${policy}) denies it.`,
    );
  });

  it('is told without a policy where AWS names none', () => {
    expect(refused('AccessDenied', text).message).toContain('because no policy allows it');
  });

  it('learns that a role may trust others', () => {
    const assume = `User: ${user} is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::210987654321:role/x`;
    expect(refused('AccessDenied', assume, 'sts:AssumeRole').message).toContain("the role's trust policy");
  });
});

describe('the way to AWS', () => {
  it.each([
    ['ECONNREFUSED', { address: '127.0.0.1', port: 5000 }, '127.0.0.1:5000'],
    ['ENOTFOUND', { hostname: 'iam.amazonaws.com' }, 'iam.amazonaws.com is not found'],
    ['ETIMEDOUT', { address: '10.0.0.1', port: 443 }, '10.0.0.1:443 did not answer'],
    ['ECONNRESET', {}, 'AWS was lost'],
    ['SELF_SIGNED_CERT_IN_CHAIN', { hostname: 'iam.amazonaws.com' }, 'NODE_EXTRA_CA_CERTS'],
  ])('fails with %s', (code, more, part) => {
    const error = Object.assign(new Error('raw'), { code, ...more });
    expect(explainError(error, nowhere).message).toContain(part);
  });

  it('takes too long', () => {
    const error = Object.assign(new Error('Connection timed out'), { name: 'TimeoutError' });
    const place = { ...nowhere, endpoint: 'https://example.com' };
    expect(explainError(error, place).message).toContain('https://example.com did not answer in time');
  });
});

describe('what is no refusal', () => {
  it('stays what it was', () => {
    const error = refused('UnheardOf', 'text');
    expect(explainError(error, nowhere)).toBe(error);
  });

  it.each([[undefined], ['text'], [new Error('boom')], [{ message: 'boom' }]])(
    'is told of all the same: %s',
    (thrown) => {
      expect(explainError(thrown, nowhere)).toMatchObject({
        name: 'AwsError',
        details: { code: 'unexpected' },
      });
    },
  );
});
