import { newId } from '../newId.ts';
import type { FakeInstanceProfile } from '../state.ts';
import { textOf } from '../wire/data.ts';
import { Fault, noSuchEntity } from '../wire/fault.ts';
import type { Operation } from '../world.ts';
import { listedInstanceProfile, singleInstanceProfile } from './answers.ts';
import { findInstanceProfile, findOwnRole, findRole } from './find.ts';
import { readName, readPath, readTags, sameName } from './names.ts';
import { page } from './paging.ts';
import { quotas } from './quotas.ts';

const createInstanceProfile: Operation = ({ parameters, account, partition }, world) => {
  const { state, lag } = world;
  const name = readName(parameters, 'InstanceProfileName');
  const path = readPath(parameters);
  const tags = readTags(parameters);
  const own = state.instanceProfiles.filter((profile) => profile.account === account);
  if (own.some((profile) => sameName(profile.name, name)))
    throw new Fault('EntityAlreadyExists', `Instance Profile ${name} already exists.`);
  const quota = quotas.InstanceProfilesQuota;
  if (own.length >= quota)
    throw new Fault('LimitExceeded', `Cannot exceed quota for InstanceProfilesPerAccount: ${quota}`);
  const profile: FakeInstanceProfile = {
    account,
    name,
    path,
    arn: `arn:${partition}:iam::${account}:instance-profile${path}${name}`,
    id: newId('AIPA'),
    created: world.now().toISOString(),
    roles: [],
    tags,
  };
  state.instanceProfiles.push(profile);
  lag.begin('instanceProfileVisible', profile.arn);
  lag.begin('instanceProfileUsable', profile.arn);
  return { InstanceProfile: singleInstanceProfile(profile, world) };
};

const getInstanceProfile: Operation = (request, world) => {
  const profile = findInstanceProfile(request, world);
  if (world.lag.pending('instanceProfileVisible', profile.arn))
    throw noSuchEntity(`Instance Profile ${profile.name} cannot be found.`);
  return { InstanceProfile: singleInstanceProfile(profile, world) };
};

const listInstanceProfiles: Operation = ({ parameters, account }, world) => {
  const prefix = textOf(parameters, 'PathPrefix') ?? '/';
  const profiles = world.state.instanceProfiles.filter(
    (profile) => profile.account === account && profile.path.startsWith(prefix),
  );
  return page(
    parameters,
    'InstanceProfiles',
    profiles.map((profile) => listedInstanceProfile(profile, world)),
  );
};

const listInstanceProfilesForRole: Operation = (request, world) => {
  const { name } = findRole(request, world);
  const profiles = world.state.instanceProfiles.filter(
    ({ account, roles }) => account === request.account && roles.includes(name),
  );
  return page(
    request.parameters,
    'InstanceProfiles',
    profiles.map((profile) => listedInstanceProfile(profile, world)),
  );
};

const deleteInstanceProfile: Operation = (request, world) => {
  const { state } = world;
  const profile = findInstanceProfile(request, world);
  if (profile.roles.length > 0)
    throw new Fault('DeleteConflict', 'Cannot delete entity, must remove roles from instance profile first.');
  state.instanceProfiles.splice(state.instanceProfiles.indexOf(profile), 1);
  return undefined;
};

const addRoleToInstanceProfile: Operation = (request, world) => {
  const profile = findInstanceProfile(request, world);
  const role = findOwnRole(request, world);
  if (world.lag.pending('roleUsable', role.arn))
    throw noSuchEntity(`The role with name ${role.name} cannot be found.`);
  if (profile.roles.length > 0)
    throw new Fault('LimitExceeded', 'Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1');
  profile.roles.push(role.name);
  world.lag.begin('instanceProfileRole', profile.arn);
  return undefined;
};

const removeRoleFromInstanceProfile: Operation = (request, world) => {
  const profile = findInstanceProfile(request, world);
  const role = findOwnRole(request, world);
  if (!profile.roles.includes(role.name))
    throw noSuchEntity(`Role ${role.name} in Instance Profile ${profile.name} cannot be found.`);
  profile.roles = profile.roles.filter((name) => name !== role.name);
  world.lag.begin('deletable', role.arn);
  return undefined;
};

const tagInstanceProfile: Operation = (request, world) => {
  const profile = findInstanceProfile(request, world);
  profile.tags = readTags(request.parameters, profile.tags);
  return undefined;
};

export const instanceProfileOperations: Readonly<Record<string, Operation>> = {
  CreateInstanceProfile: createInstanceProfile,
  GetInstanceProfile: getInstanceProfile,
  ListInstanceProfiles: listInstanceProfiles,
  ListInstanceProfilesForRole: listInstanceProfilesForRole,
  DeleteInstanceProfile: deleteInstanceProfile,
  AddRoleToInstanceProfile: addRoleToInstanceProfile,
  RemoveRoleFromInstanceProfile: removeRoleFromInstanceProfile,
  TagInstanceProfile: tagInstanceProfile,
};
