import { describe, expect, it, vi } from 'vitest';
import { createClients } from '../../client/src/aws/clients.ts';
import { createApi } from '../../client/src/aws/createApi.ts';
import { connectAs } from '../../client/src/aws/createConnection.ts';
import { connectionTo, credentials } from './connection.ts';
import { emptyRoles, refusal, type StubAnswer, stubOf } from './stub.ts';

const caller: StubAnswer = {
  status: 200,
  body: `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
    <Arn>arn:aws-cn:iam::123456789012:user/ann</Arn><UserId>AIDAEXAMPLE</UserId><Account>123456789012</Account>
    </GetCallerIdentityResult></GetCallerIdentityResponse>`,
};

describe('the caller', () => {
  it('is asked for once, with the partition of its ARN', async () => {
    const stub = await stubOf(caller);
    const connection = connectionTo(stub.url);
    const [one] = await Promise.all([connection.caller(), connection.caller()]);
    expect(one).toEqual({
      account: '123456789012',
      arn: 'arn:aws-cn:iam::123456789012:user/ann',
      userId: 'AIDAEXAMPLE',
      partition: 'aws-cn',
    });
    expect(stub.requests).toHaveLength(1);
  });

  it('is asked for again when it is forgotten', async () => {
    const stub = await stubOf(caller);
    const source = vi.fn(async () => credentials);
    const connection = connectionTo(stub.url, { credentials: source });
    await connection.caller();
    connection.forget();
    await connection.caller();
    expect(stub.requests).toHaveLength(2);
    expect(source).toHaveBeenCalledTimes(2);
  });

  it('is asked for again when AWS refused', async () => {
    const stub = await stubOf(refusal('AccessDenied', 'No.', 403), caller);
    const connection = connectionTo(stub.url);
    await expect(connection.caller()).rejects.toThrow('sts:GetCallerIdentity');
    expect(await connection.caller()).toMatchObject({ account: '123456789012' });
  });
});

describe('credentials', () => {
  it('are asked for once by all clients', async () => {
    const stub = await stubOf(caller, emptyRoles);
    const source = vi.fn(async () => credentials);
    const connection = connectionTo(stub.url, { credentials: source });
    await connection.caller();
    await connection.api().listRoles();
    expect(source).toHaveBeenCalledTimes(1);
  });

  it('are neither logged nor told', async () => {
    const stub = await stubOf(
      caller,
      refusal('ValidationError', `Value 'planted-external-id' at 'externalId' failed to satisfy constraint`),
      refusal(
        'AccessDenied',
        `The key ${credentials.accessKeyId} with Signature=planted-signature is denied`,
        403,
      ),
    );
    const lines: string[] = [];
    const connection = connectionTo(stub.url, { log: (line) => lines.push(line) });
    await connection.caller();
    const request = {
      roleArn: 'arn:aws:iam::123456789012:role/x',
      sessionName: 'ann',
      externalId: 'planted-external-id',
    };
    const told: unknown[] = [];
    for (let call = 0; call < 2; call++)
      await connection
        .api()
        .assumeRole(request)
        .catch((error: Error) => told.push(error.message, error, JSON.stringify(error), error.stack));
    expect(told).toHaveLength(8);
    expect(lines).toHaveLength(3);
    const everything = [...lines, ...told.map(String)].join('\n');
    expect(everything).toContain('…LE77');
    expect(everything).not.toContain('planted');
    expect(everything).not.toContain(credentials.accessKeyId);
  });
});

describe('a session made elsewhere', () => {
  it('is used where its base calls, and renewed', async () => {
    const stub = await stubOf(caller);
    const base = connectionTo(stub.url, { region: 'eu-west-1' });
    const renew = vi.fn(async () => ({ ...credentials, accessKeyId: 'ASIARENEWED' }));
    const connection = connectAs(base, { ...credentials, accessKeyId: 'ASIAFIRST' }, renew);
    expect(connection).toMatchObject({ profile: base.profile, region: 'eu-west-1', endpoint: stub.url });
    await connection.caller();
    expect(stub.requests).toHaveLength(1);
    expect(await connection.credentials()).toMatchObject({ accessKeyId: 'ASIAFIRST' });
    connection.forget();
    expect(await connection.credentials()).toMatchObject({ accessKeyId: 'ASIARENEWED' });
    expect(renew).toHaveBeenCalledTimes(1);
    expect(await base.credentials()).toBe(credentials);
  });
});

describe('an endpoint', () => {
  it('is not looked for in the environment', async () => {
    vi.stubEnv('AWS_ENDPOINT_URL', 'http://127.0.0.1:1');
    const observer = { log: () => {}, forgetCredentials: () => {} };
    const clients = createClients({
      region: 'cn-north-1',
      endpoints: {},
      credentials: async () => credentials,
      observer,
    });
    clients.iam.middlewareStack.add(
      () =>
        async ({ request }) => {
          throw new Error(`Would call ${Object(request).hostname}`);
        },
      { step: 'finalizeRequest', priority: 'low' },
    );
    await expect(createApi(clients).listRoles()).rejects.toThrow(
      'Would call iam.cn-north-1.amazonaws.com.cn',
    );
    vi.unstubAllEnvs();
  });
});
