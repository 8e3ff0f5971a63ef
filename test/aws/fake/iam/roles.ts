import { newId } from '../newId.ts';
import type { FakeRole } from '../state.ts';
import { numberOf, textOf, textsOf } from '../wire/data.ts';
import { Fault, invalidValue, noSuchEntity } from '../wire/fault.ts';
import type { ApiRequest, Operation, World } from '../world.ts';
import { listedRole, singleRole, tagList } from './answers.ts';
import { documentSize } from './documents.ts';
import { findOwnRole, findRole, policyOf } from './find.ts';
import { readDescription, readName, readPath, readTags, required, sameName } from './names.ts';
import { page } from './paging.ts';
import { quotas } from './quotas.ts';
import { checkTrustDocument } from './trustDocument.ts';

const createRole: Operation = (request, world) => {
  const { parameters, account, partition } = request;
  const { state, lag } = world;
  const name = readName(parameters, 'RoleName');
  const path = readPath(parameters);
  const description = readDescription(parameters);
  const maxSessionDuration = readDuration(request);
  const tags = readTags(parameters);
  const boundary = readBoundary(request, world);
  const own = state.roles.filter((role) => role.account === account);
  if (own.some((role) => sameName(role.name, name)))
    throw new Fault('EntityAlreadyExists', `Role with name ${name} already exists.`);
  const trustPolicy = readTrustPolicy(request, world);
  if (own.length >= quotas.RolesQuota)
    throw new Fault('LimitExceeded', `Cannot exceed quota for RolesPerAccount: ${quotas.RolesQuota}`);
  const role: FakeRole = {
    account,
    name,
    path,
    arn: `arn:${partition}:iam::${account}:role${path}${name}`,
    id: newId('AROA'),
    created: world.now().toISOString(),
    trustPolicy,
    description,
    maxSessionDuration,
    boundary,
    tags,
    inlinePolicies: {},
    attachedPolicies: [],
    lastUsed: undefined,
  };
  state.roles.push(role);
  for (const what of ['roleVisible', 'roleArn', 'roleUsable', 'principal', 'assumable'] as const)
    lag.begin(what, role.arn);
  const { RoleLastUsed: _, ...answer } = singleRole(role);
  return { Role: answer };
};

function readTrustPolicy({ parameters }: ApiRequest, world: World): string {
  const name =
    parameters['AssumeRolePolicyDocument'] === undefined ? 'PolicyDocument' : 'AssumeRolePolicyDocument';
  const document = required(parameters, name);
  checkTrustDocument(document, world);
  const quota = quotas.AssumeRolePolicySizeQuota;
  if (documentSize(document) > quota)
    throw new Fault('LimitExceeded', `Cannot exceed quota for ACLSizePerRole: ${quota}`);
  return document;
}

function readDuration({ parameters }: ApiRequest): number {
  const duration = numberOf(parameters, 'MaxSessionDuration') ?? 3600;
  if (duration >= 3600 && duration <= 43_200) return duration;
  const bound = duration < 3600 ? 'greater than or equal to 3600' : 'less than or equal to 43200';
  throw invalidValue(String(duration), 'maxSessionDuration', `Member must have value ${bound}`);
}

function readBoundary(request: ApiRequest, world: World): string | undefined {
  const arn = textOf(request.parameters, 'PermissionsBoundary');
  if (arn !== undefined && policyOf(arn, request, world) === undefined)
    throw noSuchEntity(`Scope ARN: ${arn} does not exist or is not attachable.`);
  return arn;
}

const getRole: Operation = (request, world) => {
  const role = findRole(request, world);
  if (world.lag.pending('roleVisible', role.arn))
    throw noSuchEntity(`The role with name ${role.name} cannot be found.`);
  const answer = singleRole(role);
  return { Role: world.lag.pending('roleArn', role.arn) ? { ...answer, Arn: role.id } : answer };
};

const listRoles: Operation = ({ parameters, account }, { state }) => {
  const prefix = textOf(parameters, 'PathPrefix') ?? '/';
  const roles = state.roles
    .filter((role) => role.account === account && role.path.startsWith(prefix))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  return page(parameters, 'Roles', roles.map(listedRole));
};

const updateRole: Operation = (request, world) => {
  const role = findOwnRole(request, world);
  if (request.parameters['Description'] !== undefined) role.description = readDescription(request.parameters);
  if (request.parameters['MaxSessionDuration'] !== undefined) role.maxSessionDuration = readDuration(request);
  return undefined;
};

const updateAssumeRolePolicy: Operation = (request, world) => {
  const role = findOwnRole(request, world);
  role.trustPolicy = readTrustPolicy(request, world);
  world.lag.begin('assumable', role.arn);
  return undefined;
};

const putRolePermissionsBoundary: Operation = (request, world) => {
  required(request.parameters, 'PermissionsBoundary');
  findOwnRole(request, world).boundary = readBoundary(request, world);
  return undefined;
};

const deleteRolePermissionsBoundary: Operation = (request, world) => {
  const role = findOwnRole(request, world);
  if (role.boundary === undefined)
    throw noSuchEntity(`The role with name ${role.name} does not have a permissions boundary.`);
  role.boundary = undefined;
  return undefined;
};

const deleteRole: Operation = (request, world) => {
  const { state, lag } = world;
  const role = findOwnRole(request, world);
  const inProfile = state.instanceProfiles.some(
    ({ account, roles }) => account === role.account && roles.includes(role.name),
  );
  const conflicts: readonly (readonly [() => boolean, string])[] = [
    [() => inProfile, 'must remove roles from instance profile first.'],
    [() => role.attachedPolicies.length > 0, 'must detach all policies first.'],
    [() => Object.keys(role.inlinePolicies).length > 0, 'must delete policies first.'],
    [() => lag.pending('deletable', role.arn), 'must detach all policies first.'],
  ];
  const conflict = conflicts.find(([inTheWay]) => inTheWay());
  if (conflict !== undefined) throw new Fault('DeleteConflict', `Cannot delete entity, ${conflict[1]}`);
  state.roles.splice(state.roles.indexOf(role), 1);
  return undefined;
};

const tagRole: Operation = (request, world) => {
  const role = findOwnRole(request, world);
  role.tags = readTags(request.parameters, role.tags);
  return undefined;
};

const untagRole: Operation = (request, world) => {
  const role = findOwnRole(request, world);
  for (const key of textsOf(request.parameters, 'TagKeys')) delete role.tags[key];
  return undefined;
};

const listRoleTags: Operation = (request, world) =>
  page(request.parameters, 'Tags', tagList(findRole(request, world).tags));

export const roleOperations: Readonly<Record<string, Operation>> = {
  CreateRole: createRole,
  GetRole: getRole,
  ListRoles: listRoles,
  UpdateRole: updateRole,
  UpdateAssumeRolePolicy: updateAssumeRolePolicy,
  PutRolePermissionsBoundary: putRolePermissionsBoundary,
  DeleteRolePermissionsBoundary: deleteRolePermissionsBoundary,
  DeleteRole: deleteRole,
  TagRole: tagRole,
  UntagRole: untagRole,
  ListRoleTags: listRoleTags,
};
