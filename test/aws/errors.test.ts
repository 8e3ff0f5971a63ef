import { describe, expect, it, vi } from 'vitest';
import { AwsError, Cancelled } from '../../client/src/roles/awsError.ts';
import { connectionTo, credentials } from './connection.ts';
import { motoOfThisFile } from './moto.ts';
import { ec2Refusal, emptyRoles, refusal, stubOf } from './stub.ts';

const moto = motoOfThisFile();
const document = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}';
const trustPolicy = '{"Version":"2012-10-17","Statement":[]}';

function role(name: string) {
  const permissionsBoundary = undefined;
  return {
    name,
    path: '/',
    trustPolicy,
    description: '',
    maxSessionDuration: 3600,
    permissionsBoundary,
    tags: {},
  };
}

/** What the call throws; throws itself when it is not an `AwsError`. */
async function errorOf(call: Promise<unknown>): Promise<AwsError> {
  const error: unknown = await call.then(
    () => new Error('Nothing was thrown.'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof AwsError) return error;
  throw error;
}

describe('moto', () => {
  it('has a role of that name', async () => {
    const api = connectionTo(moto.url).api();
    await api.createRole(role('orders'));
    const { message, details } = await errorOf(api.createRole(role('orders')));
    expect(details).toMatchObject({ code: 'EntityAlreadyExists', operation: 'iam:CreateRole' });
    expect(details.requestId).toMatch(/\S/);
    expect(message).toContain('Role with name orders already exists: choose another name');
  });

  it('keeps a role with policies', async () => {
    const api = connectionTo(moto.url).api();
    await api.createRole(role('kept'));
    await api.putRolePolicy('kept', 'inline', document);
    const { message, details } = await errorOf(api.deleteRole('kept'));
    expect(details.code).toBe('DeleteConflict');
    expect(message).toContain('the role has inline policies: delete them first');
  });

  it('has nothing to delete', async () => {
    const { message, details } = await errorOf(connectionTo(moto.url).api().deleteRole('nobody'));
    expect(details.code).toBe('NoSuchEntity');
    expect(message).toContain('nobody');
  });

  it('takes five versions of a policy, and is asked for the sixth once', async () => {
    const lines: string[] = [];
    const api = connectionTo(moto.url, { log: (line) => lines.push(line) }).api();
    const policy = { name: 'versions', path: '/', description: '', document, tags: {} };
    const { arn } = await api.createPolicy(policy);
    for (let version = 2; version <= 5; version++) await api.createPolicyVersion(arn, document);
    const { message, details } = await errorOf(api.createPolicyVersion(arn, document));
    expect(details.code).toBe('LimitExceeded');
    expect(message).toContain("At most 5 is AWS's quota of versions of a managed policy");
    expect(lines.at(-1)).toMatch(
      /^iam:CreatePolicyVersion LimitExceeded, \d+ ms, attempts 1, request id \w+/,
    );
  });

  it('answers what it lacks with a web page', async () => {
    const call = connectionTo(moto.url)
      .api()
      .simulatePrincipalPolicy('arn:aws:iam::123456789012:role/x', [], []);
    const { message, details } = await errorOf(call);
    expect(details).toMatchObject({ code: 'notAws', operation: 'iam:SimulatePrincipalPolicy' });
    expect(message).toContain(moto.url);
  });

  it('refuses a document', async () => {
    const api = connectionTo(moto.url).api();
    const policy = { name: 'bad', path: '/', description: '', document: '{ "Version": ', tags: {} };
    const { message, details } = await errorOf(api.createPolicy(policy));
    expect(details.code).toBe('MalformedPolicyDocument');
    expect(message).toContain('Syntax errors in policy');
  });
});

describe('attempts', () => {
  it('are one for a quota of IAM', async () => {
    const stub = await stubOf(refusal('LimitExceeded', 'Cannot exceed quota for RolesPerAccount: 1000', 409));
    const { message } = await errorOf(connectionTo(stub.url).api().createRole(role('one')));
    expect(message).toContain('1000');
    expect(stub.requests).toHaveLength(1);
  });

  it('are made until AWS has time', async () => {
    const throttled = refusal('Throttling', 'Rate exceeded');
    const stub = await stubOf(throttled, throttled, emptyRoles);
    const lines: string[] = [];
    const api = connectionTo(stub.url, { log: (line) => lines.push(line) }).api();
    expect(await api.listRoles()).toEqual([]);
    expect(stub.requests).toHaveLength(3);
    expect(lines).toEqual([expect.stringMatching(/^iam:ListRoles OK, \d+ ms, attempts 3, request id/)]);
  });

  it('are five at most', async () => {
    const stub = await stubOf(refusal('ServiceFailure', 'Internal failure', 500));
    const { message } = await errorOf(connectionTo(stub.url).api().listRoles());
    expect(message).toContain('it is no mistake of yours');
    expect(stub.requests).toHaveLength(5);
  });
});

describe('credentials that have run out', () => {
  it('are got anew, and the call is made once more', async () => {
    const stub = await stubOf(refusal('ExpiredToken', 'The security token is expired', 403), emptyRoles);
    const source = vi.fn(async () => credentials);
    const api = connectionTo(stub.url, { credentials: source }).api();
    expect(await api.listRoles()).toEqual([]);
    expect(source).toHaveBeenCalledTimes(2);
  });

  it('are told of when the new ones have run out too', async () => {
    const stub = await stubOf(refusal('ExpiredToken', 'The security token is expired', 403));
    const { message, details } = await errorOf(connectionTo(stub.url).api().listRoles());
    expect(details.code).toBe('ExpiredToken');
    expect(message).toContain('sign in again');
    expect(stub.requests).toHaveLength(2);
  });

  it('may not be had at all', async () => {
    const stub = await stubOf(emptyRoles);
    const cause = Object.assign(new Error('Token is expired.'), { name: 'CredentialsProviderError' });
    const source = () => Promise.reject(cause);
    const { message, details } = await errorOf(
      connectionTo(stub.url, { credentials: source }).api().listRoles(),
    );
    expect(details.code).toBe('noCredentials');
    expect(message).toContain('Token is expired.');
    expect(stub.requests).toEqual([]);
  });
});

describe('the way to AWS', () => {
  it('ends where nothing listens', async () => {
    const { message, details } = await errorOf(connectionTo('http://127.0.0.1:1').api().listRoles());
    expect(details.code).toBe('connectionRefused');
    expect(message).toContain('Nothing answers at http://127.0.0.1:1');
  });

  it('ends at a name that nobody has', async () => {
    const { message, details } = await errorOf(connectionTo('http://aws.invalid').api().listRoles());
    expect(details.code).toBe('hostNotFound');
    expect(message).toContain('http://aws.invalid');
  });

  it('ends at a page to sign in, be it well-formed or not', async () => {
    for (const body of ['<html><body>Sign in<br></body></html>', '<html><body>Sign in</body></html>']) {
      const stub = await stubOf({ status: 200, type: 'text/html', body });
      const { message, details } = await errorOf(connectionTo(stub.url).api().listRoles());
      expect(details.code).toBe('notAws');
      expect(message).toContain('iam:ListRoles');
    }
  });
});

describe('cancelling', () => {
  it('ends a call in its middle', async () => {
    const stub = await stubOf('never');
    const controller = new AbortController();
    const lines: string[] = [];
    const call = connectionTo(stub.url, { log: (line) => lines.push(line) })
      .api(controller.signal)
      .listRoles();
    await vi.waitUntil(() => stub.requests.length === 1);
    controller.abort();
    await expect(call).rejects.toBeInstanceOf(Cancelled);
    expect(lines).toEqual([expect.stringMatching(/^iam:ListRoles cancelled/)]);
  });

  it('does not wait for credentials', async () => {
    const stub = await stubOf(emptyRoles);
    const controller = new AbortController();
    const source = () => new Promise<never>(() => {});
    const call = connectionTo(stub.url, { credentials: source }).api(controller.signal).listRoles();
    controller.abort();
    await expect(call).rejects.toBeInstanceOf(Cancelled);
  });

  it('makes no call when it came before', async () => {
    const stub = await stubOf(emptyRoles);
    const call = connectionTo(stub.url).api(AbortSignal.abort()).listRoles();
    await expect(call).rejects.toBeInstanceOf(Cancelled);
    expect(stub.requests).toEqual([]);
  });

  it('is what the user who enters no MFA code does', async () => {
    const stub = await stubOf(emptyRoles);
    const source = () => Promise.reject(new Cancelled('No code.'));
    const call = connectionTo(stub.url, { credentials: source }).api().listRoles();
    await expect(call).rejects.toBeInstanceOf(Cancelled);
  });
});

describe('a refusal', () => {
  it('of IAM says which permission lacks', async () => {
    const text =
      'User: arn:aws:iam::123456789012:user/ann is not authorized to perform: iam:ListRoles on resource: arn:aws:iam::123456789012:role/ because no identity-based policy allows the iam:ListRoles action';
    const stub = await stubOf(refusal('AccessDenied', text, 403));
    const { message, details } = await errorOf(connectionTo(stub.url).api().listRoles());
    expect(details).toMatchObject({ code: 'AccessDenied', requestId: 'request-1', awsMessage: text });
    expect(details.denied).toMatchObject({ action: 'iam:ListRoles', policyType: 'identity-based' });
    expect(message).toContain('because no identity-based policy allows it');
  });

  it('of EC2 may be encoded', async () => {
    const text =
      'You are not authorized to perform this operation. Encoded authorization failure message: abc-DEF_123';
    const stub = await stubOf(ec2Refusal('UnauthorizedOperation', text));
    const { message, details } = await errorOf(connectionTo(stub.url).api().describeInstances());
    expect(details).toMatchObject({ code: 'UnauthorizedOperation', operation: 'ec2:DescribeInstances' });
    expect(message).toContain('sts:DecodeAuthorizationMessage');
  });
});
