import { textOf } from '../wire/data.ts';
import { Fault } from '../wire/fault.ts';
import type { Operation } from '../world.ts';
import { assumeRole, readDuration, readSessionPolicy } from './assumeRole.ts';
import { decodeAuthorizationMessage } from './authorizationMessage.ts';
import { readMfa } from './mfa.ts';
import { openSession } from './sessions.ts';

const getCallerIdentity: Operation = ({ caller, account }) => ({
  UserId: caller.userId,
  Account: account,
  Arn: caller.arn,
});

const getSessionToken: Operation = ({ parameters, caller }, world) => {
  if (caller.sessionToken !== undefined)
    throw new Fault('AccessDenied', 'Cannot call GetSessionToken with session credentials');
  const duration = readDuration(parameters, 129_600, 43_200);
  const mfa = readMfa(parameters, caller) ?? false;
  const { arn, userId, policies, organization, tags } = caller;
  const session = { arn, userId, policies, organization, tags, mfa, kind: 'sessionToken' } as const;
  return { Credentials: openSession(session, duration, world) };
};

const getFederationToken: Operation = ({ parameters, caller, account, partition }, world) => {
  if (caller.sessionToken !== undefined)
    throw new Fault('AccessDenied', 'Cannot call GetFederationToken with session credentials');
  const name = textOf(parameters, 'Name') ?? '';
  const packed = readSessionPolicy(parameters);
  const arn = `arn:${partition}:sts::${account}:federated-user/${name}`;
  const userId = `${account}:${name}`;
  const duration = readDuration(parameters, 129_600, 43_200);
  return {
    Credentials: openSession({ arn, userId, kind: 'federated', mfa: false }, duration, world),
    FederatedUser: { FederatedUserId: userId, Arn: arn },
    PackedPolicySize: packed,
  };
};

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_Operations.html */
export const stsOperations: Readonly<Record<string, Operation>> = {
  GetCallerIdentity: getCallerIdentity,
  AssumeRole: assumeRole,
  GetSessionToken: getSessionToken,
  GetFederationToken: getFederationToken,
  DecodeAuthorizationMessage: decodeAuthorizationMessage,
};
