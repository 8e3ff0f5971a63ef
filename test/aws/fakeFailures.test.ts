import { ListAnalyzersCommand } from '@aws-sdk/client-accessanalyzer';
import { LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import { DescribeInstancesCommand } from '@aws-sdk/client-ec2';
import {
  AddRoleToInstanceProfileCommand,
  CreateInstanceProfileCommand,
  CreateRoleCommand,
  GetRoleCommand,
} from '@aws-sdk/client-iam';
import {
  AssumeRoleCommand,
  DecodeAuthorizationMessageCommand,
  GetCallerIdentityCommand,
} from '@aws-sdk/client-sts';
import { describe, expect, it } from 'vitest';
import { newRole, trusting } from './fake/seeds.ts';
import { clientsOf, fakeOfEachTest, keysOf, refusal } from './fakeClients.ts';

const aws = fakeOfEachTest();
const alice = 'arn:aws:iam::123456789012:user/Alice';

function allow(action: string): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }],
  });
}

const getRole = (maxAttempts?: number) =>
  clientsOf(aws(), maxAttempts === undefined ? {} : { maxAttempts }).iam.send(
    new GetRoleCommand({ RoleName: 'web' }),
  );

describe('a failure', () => {
  it.each([
    ['throttling', 'Throttling: Rate exceeded'],
    ['throttlingException', 'Throttling: Rate exceeded'],
    ['requestLimitExceeded', 'RequestLimitExceeded: Request limit exceeded.'],
    ['expiredToken', 'ExpiredToken: The security token included in the request is expired'],
    ['invalidClientTokenId', 'InvalidClientTokenId: The security token included in the request is invalid.'],
    ['connectionReset', /ECONNRESET|socket hang up/],
    ['html500', /Deserialization error|XML|char/],
    ['html502', /Deserialization error|XML|char/],
  ] as const)('comes as often as is told: %s', async (failure, text) => {
    aws().state.roles.push(newRole({ name: 'web' }));
    aws().fail('GetRole', failure, 2);
    expect(await refusal(getRole())).toMatch(text);
    expect(await refusal(getRole())).toMatch(text);
    await getRole();
  });

  it('is gone when the client tries again', async () => {
    aws().state.roles.push(newRole({ name: 'web' }));
    aws().fail('*', 'connectionReset', 1);
    expect((await getRole(2)).$metadata.attempts).toBe(2);
  });

  it('may come after the work was done', async () => {
    aws().fail('CreateRole', 'connectionResetAfterwards', 1);
    const { iam } = clientsOf(aws(), { maxAttempts: 2 });
    const input = { RoleName: 'web', AssumeRolePolicyDocument: trusting('*') };
    expect(await refusal(iam.send(new CreateRoleCommand(input)))).toMatch(/^EntityAlreadyExists/);
    expect(aws().calls.map(({ operation }) => operation)).toEqual(['CreateRole', 'CreateRole']);
  });

  it('may be that nothing comes, or later', async () => {
    aws().state.roles.push(newRole({ name: 'web' }));
    const release = aws().hold('GetRole');
    const held = getRole();
    let answered = false;
    void held.then(() => {
      answered = true;
    });
    await clientsOf(aws()).sts.send(new GetCallerIdentityCommand());
    expect(answered).toBe(false);
    release();
    expect((await held).Role?.RoleName).toBe('web');
    aws().fail('GetRole', 'noAnswer', 1);
    const abort = new AbortController();
    const call = clientsOf(aws()).iam.send(new GetRoleCommand({ RoleName: 'web' }), {
      abortSignal: abort.signal,
    });
    await expect.poll(() => aws().calls.length).toBe(3);
    abort.abort();
    expect(await refusal(call)).toMatch(/^AbortError/);
  });

  it('is a clock that differs, which clients learn from', async () => {
    aws().setClock(3600);
    aws().state.roles.push(newRole({ name: 'web' }));
    expect(await refusal(getRole())).toMatch(
      /^SignatureDoesNotMatch: Signature expired: \d{8}T\d{6}Z is now earlier/,
    );
    expect((await getRole(2)).$metadata.attempts).toBe(2);
  });

  it('is a session that ended, or an access key that nobody has', async () => {
    aws().state.roles.push(newRole({ name: 'web' }));
    const RoleArn = 'arn:aws:iam::123456789012:role/web';
    const answer = await clientsOf(aws()).sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'me' }));
    aws().setClock(3601);
    const ended = clientsOf(aws(), { caller: keysOf(answer) });
    expect(await refusal(ended.sts.send(new GetCallerIdentityCommand()))).toMatch(/^ExpiredToken:/);
    expect(await refusal(ended.ec2.send(new DescribeInstancesCommand({})))).toMatch(/^RequestExpired:/);
    expect(await refusal(ended.cloudTrail.send(new LookupEventsCommand({})))).toMatch(/^ExpiredToken:/);
    const stranger = clientsOf(aws(), {
      caller: { accessKeyId: 'AKIA', secretAccessKey: 'x', sessionToken: undefined },
    });
    expect(await refusal(stranger.iam.send(new GetRoleCommand({ RoleName: 'web' })))).toMatch(
      /^InvalidClientTokenId:/,
    );
    expect(await refusal(stranger.ec2.send(new DescribeInstancesCommand({})))).toMatch(/^AuthFailure:/);
    expect(await refusal(stranger.accessAnalyzer.send(new ListAnalyzersCommand({})))).toMatch(
      /^UnrecognizedClient:/,
    );
  });
});

describe('a denial', () => {
  const user = `AccessDenied: User: ${alice} is not authorized to perform: iam:GetRole`;
  const denied = `${user} on resource: arn:aws:iam::123456789012:role/web`;
  const policyArn = 'arn:aws:iam::123456789012:policy/Limits';

  it.each([
    [{}, denied],
    [{ by: 'identity-based' }, `${denied} because no identity-based policy allows the iam:GetRole action`],
    [
      { by: 'permissions boundary' },
      `${denied} because no permissions boundary allows the iam:GetRole action`,
    ],
    [{ by: 'session' }, `${denied} because no session policy allows the iam:GetRole action`],
    [{ by: 'role trust' }, `${user} because no role trust policy allows the iam:GetRole action`],
    [
      { by: 'service control', explicit: true },
      `${denied} with an explicit deny in a service control policy`,
    ],
    [
      { by: 'resource control', explicit: true },
      `${denied} with an explicit deny in a resource control policy`,
    ],
    [
      { by: 'permissions boundary', explicit: true },
      `${denied} with an explicit deny in a permissions boundary`,
    ],
    [
      { by: 'identity-based', explicit: true, policyArn, authorizationId: 'abc1' },
      `${denied} with an explicit deny in an identity-based policy: ${policyArn}. Go to https://us-east-1.console.aws.amazon.com/iam/home?region=us-east-1#/authorization-details/abc1 for complete details, or call the GetRequestAuthorizationDetails API with the following authorization id: abc1`,
    ],
  ] as const)('is worded for %o', async (form, text) => {
    aws().fail('GetRole', { denied: form });
    expect(await refusal(getRole())).toBe(text);
  });

  it('is encoded by EC2, and decoded by STS', async () => {
    aws().fail('DescribeInstances', { denied: { by: 'identity-based' } });
    const { ec2, sts } = clientsOf(aws());
    const text = await refusal(ec2.send(new DescribeInstancesCommand({})));
    expect(text).toMatch(/^UnauthorizedOperation: You are not authorized to perform this operation\. User: /);
    const EncodedMessage = /Encoded authorization failure message: (\S+)$/.exec(text)?.[1];
    const { DecodedMessage } = await sts.send(new DecodeAuthorizationMessageCommand({ EncodedMessage }));
    expect(JSON.parse(DecodedMessage ?? '')).toMatchObject({
      allowed: false,
      context: { principal: { name: 'Alice' }, action: 'ec2:DescribeInstances' },
    });
  });

  it('follows from the policies of a caller who has some', async () => {
    const [caller] = aws().state.callers;
    if (caller !== undefined) caller.policies = [allow('iam:Create*'), allow('iam:AddRoleToInstanceProfile')];
    const { iam, accessAnalyzer } = clientsOf(aws());
    await iam.send(new CreateRoleCommand({ RoleName: 'web', AssumeRolePolicyDocument: trusting('*') }));
    expect(await refusal(getRole())).toBe(
      `${denied} because no identity-based policy allows the iam:GetRole action`,
    );
    const InstanceProfileName = 'web';
    await iam.send(new CreateInstanceProfileCommand({ InstanceProfileName }));
    expect(
      await refusal(iam.send(new AddRoleToInstanceProfileCommand({ InstanceProfileName, RoleName: 'web' }))),
    ).toContain(
      'not authorized to perform: iam:PassRole on resource: arn:aws:iam::123456789012:role/web because',
    );
    expect(await refusal(accessAnalyzer.send(new ListAnalyzersCommand({})))).toMatch(
      /^AccessDenied: .*access-analyzer:ListAnalyzers/,
    );
  });
});
