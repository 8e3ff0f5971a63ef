import type { FakeInstanceProfile, FakePolicy, FakeRole } from '../state.ts';
import { Fault, noSuchEntity } from '../wire/fault.ts';
import type { ApiRequest, World } from '../world.ts';
import { readName, required, sameName } from './names.ts';

/** The role that a request names. */
export function findRole({ parameters, account }: ApiRequest, { state }: World): FakeRole {
  const name = readName(parameters, 'RoleName');
  const role = state.roles.find((one) => one.account === account && sameName(one.name, name));
  if (role === undefined) throw noSuchEntity(`The role with name ${name} cannot be found.`);
  return role;
}

/** The role that a request names, of which anything may be changed. */
export function findOwnRole(request: ApiRequest, world: World): FakeRole {
  const role = findRole(request, world);
  if (isServiceLinked(role))
    throw new Fault(
      'UnmodifiableEntity',
      `Cannot perform the operation on the protected role '${role.name}' - this role is only modifiable by AWS`,
    );
  return role;
}

export function isServiceLinked({ path }: { readonly path: string }): boolean {
  return path.startsWith('/aws-service-role/');
}

/** The managed policy of an ARN, of AWS or of the request's account. */
export function policyOf(
  arn: string,
  { account, partition }: ApiRequest,
  { state }: World,
): FakePolicy | undefined {
  return state.policies.find(
    (policy) =>
      (policy.account === 'aws' || policy.account === account) &&
      policyArn(policy, partition).toLowerCase() === arn.toLowerCase(),
  );
}

/** Those of AWS are in every partition. */
export function policyArn({ account, arn }: FakePolicy, partition: string): string {
  return account === 'aws' ? arn.replace(/^arn:[^:]*/, `arn:${partition}`) : arn;
}

export function findPolicy(request: ApiRequest, world: World): FakePolicy {
  const arn = required(request.parameters, 'PolicyArn');
  if (!/^arn:[^:]+:iam::(aws|\d{12}):policy\/.+/.test(arn))
    throw new Fault('InvalidInput', `ARN ${arn} is not valid.`);
  const policy = policyOf(arn, request, world);
  if (policy === undefined) throw noSuchEntity(`Policy ${arn} was not found.`);
  return policy;
}

/** A policy that the account may change. */
export function findOwnPolicy(request: ApiRequest, world: World): FakePolicy {
  const policy = findPolicy(request, world);
  if (policy.account === 'aws')
    throw new Fault(
      'AccessDenied',
      `User: ${request.caller.arn} is not authorized to perform: iam:${request.operation} on resource: policy ${policy.arn}`,
    );
  return policy;
}

export function findInstanceProfile(
  { parameters, account }: ApiRequest,
  { state }: World,
): FakeInstanceProfile {
  const name = readName(parameters, 'InstanceProfileName');
  const profile = state.instanceProfiles.find((one) => one.account === account && sameName(one.name, name));
  if (profile === undefined) throw noSuchEntity(`Instance Profile ${name} cannot be found.`);
  return profile;
}
