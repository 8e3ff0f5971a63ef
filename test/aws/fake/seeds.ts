/** Complete entries for the fake's state, of what matters to a test. */
import { arnParts } from './arn.ts';
import { newId } from './newId.ts';
import type { FakeCaller, FakeInstance, FakePolicy, FakeRole, FakeUser } from './state.ts';

export const exampleAccount = '123456789012';

const created = '2024-01-01T00:00:00.000Z';

/** A user with long-term keys that may do everything. */
export function newCaller(about: Partial<FakeCaller> & Pick<FakeCaller, 'arn'>): FakeCaller {
  const isRoot = about.arn.endsWith(':root');
  return {
    accessKeyId: newId('AKIA'),
    secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    sessionToken: undefined,
    userId: isRoot ? arnParts(about.arn).account : newId('AIDA'),
    kind: isRoot ? 'root' : 'user',
    roleArn: undefined,
    expires: undefined,
    mfa: undefined,
    sourceIdentity: undefined,
    tags: {},
    organization: undefined,
    policies: undefined,
    mfaDevices: {},
    ...about,
  };
}

/** The IAM user of a caller. */
export function userOf({ arn, userId, mfaDevices }: FakeCaller): FakeUser {
  const { account, resource } = arnParts(arn);
  const [, path = '/', name = ''] = /^user(\/(?:.*\/)?)(.+)$/.exec(resource) ?? [];
  return { account, name, path, arn, id: userId, created, mfaDevices: Object.keys(mfaDevices) };
}

/** A role that the account trusts, without permissions. */
export function newRole(about: Partial<FakeRole> & Pick<FakeRole, 'name'>, partition = 'aws'): FakeRole {
  const { account = exampleAccount, path = '/', name } = about;
  const root = `arn:${partition}:iam::${account}:root`;
  return {
    account,
    path,
    arn: `arn:${partition}:iam::${account}:role${path}${name}`,
    id: newId('AROA'),
    created,
    trustPolicy: trusting({ AWS: root }),
    description: '',
    maxSessionDuration: 3600,
    boundary: undefined,
    tags: {},
    inlinePolicies: {},
    attachedPolicies: [],
    lastUsed: undefined,
    ...about,
  };
}

/** A trust policy of one statement. */
export function trusting(
  principal: string | Readonly<Record<string, string | readonly string[]>>,
  more: Readonly<Record<string, unknown>> = {},
): string {
  const statement = { Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole', ...more };
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
}

/** A customer managed policy with one version. */
export function newPolicy(
  about: Partial<FakePolicy> & Pick<FakePolicy, 'name'>,
  document: string,
  partition = 'aws',
): FakePolicy {
  const { account = exampleAccount, path = '/', name } = about;
  return {
    account,
    path,
    arn: `arn:${partition}:iam::${account}:policy${path}${name}`,
    id: newId('ANPA'),
    description: '',
    created,
    updated: created,
    versions: [{ id: 'v1', document, created }],
    defaultVersionId: 'v1',
    madeVersions: 1,
    tags: {},
    ...about,
  };
}

export function newInstance(about: Partial<FakeInstance> & Pick<FakeInstance, 'id'>): FakeInstance {
  return { account: exampleAccount, region: 'us-east-1', state: 'running', tags: {}, ...about };
}
