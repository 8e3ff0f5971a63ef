import { randomUUID } from 'node:crypto';
import type { FakeAssociation, FakeInstanceProfile } from '../state.ts';
import { isStructure, textOf, textsOf } from '../wire/data.ts';
import { Fault } from '../wire/fault.ts';
import type { ApiRequest, Operation, World } from '../world.ts';
import { findInstance, passesFilters } from './instances.ts';
import { page } from './paging.ts';

const associateIamInstanceProfile: Operation = (request, world) => {
  const { state } = world;
  const instance = findInstance(textOf(request.parameters, 'InstanceId') ?? '', request, world);
  const profile = usableProfile(request, world);
  if (state.associations.some(({ instanceId }) => instanceId === instance.id))
    throw new Fault('IncorrectState', `There is an existing association for instance ${instance.id}`);
  if (!['running', 'stopped', 'pending', 'stopping'].includes(instance.state)) throw wrongState(instance.id);
  const association = newAssociation(instance.id, profile);
  state.associations.push(association);
  return { iamInstanceProfileAssociation: describe(association, 'associating') };
};

/** The profile is found by ARN or name, has a role, and EC2 got to know of both. */
function usableProfile({ parameters, account }: ApiRequest, { state, lag }: World): FakeInstanceProfile {
  const given = parameters['IamInstanceProfile'];
  const { Name: name, Arn: arn } = isStructure(given) ? given : {};
  const profile = state.instanceProfiles.find(
    (one) => one.account === account && (one.name === name || one.arn === arn),
  );
  if (profile === undefined || lag.pending('instanceProfileUsable', profile.arn)) {
    const kind = name === undefined ? 'Arn' : 'Name';
    throw new Fault(
      'InvalidParameterValue',
      `Value (${name ?? arn}) for parameter iamInstanceProfile.${kind.toLowerCase()} is invalid. Invalid IAM Instance Profile ${kind === 'Arn' ? 'ARN' : 'name'}`,
    );
  }
  if (profile.roles.length === 0 || lag.pending('instanceProfileRole', profile.arn))
    throw new Fault(
      'InvalidParameterValue',
      `IAM Instance Profile "${profile.arn}" has no associated IAM Roles`,
    );
  return profile;
}

function wrongState(instanceId: string): Fault {
  return new Fault('IncorrectInstanceState', `The instance '${instanceId}' is not in the 'running' state.`);
}

function newAssociation(instanceId: string, profile: FakeInstanceProfile): FakeAssociation {
  return {
    account: profile.account,
    id: `iip-assoc-${randomUUID().replaceAll('-', '').slice(0, 17)}`,
    instanceId,
    instanceProfileArn: profile.arn,
    instanceProfileId: profile.id,
    state: 'associated',
  };
}

const replaceIamInstanceProfileAssociation: Operation = (request, world) => {
  const { state } = world;
  const old = findAssociation(request, world);
  const profile = usableProfile(request, world);
  if (findInstance(old.instanceId, request, world).state !== 'running') throw wrongState(old.instanceId);
  const association = newAssociation(old.instanceId, profile);
  state.associations.splice(state.associations.indexOf(old), 1, association);
  return { iamInstanceProfileAssociation: describe(association, 'associating') };
};

const disassociateIamInstanceProfile: Operation = (request, world) => {
  const { state } = world;
  const association = findAssociation(request, world);
  state.associations.splice(state.associations.indexOf(association), 1);
  return { iamInstanceProfileAssociation: describe(association, 'disassociating') };
};

function findAssociation({ parameters, account }: ApiRequest, { state }: World): FakeAssociation {
  const id = textOf(parameters, 'AssociationId') ?? '';
  const association = state.associations.find((one) => one.account === account && one.id === id);
  if (association === undefined)
    throw new Fault('InvalidAssociationID.NotFound', `An invalid association-id of '${id}' was given`);
  return association;
}

const describeIamInstanceProfileAssociations: Operation = ({ parameters, account }, { state }) => {
  const ids = textsOf(parameters, 'AssociationId');
  const associations = state.associations
    .filter((one) => one.account === account && (ids.length === 0 || ids.includes(one.id)))
    .filter((one) => passesFilters(parameters, { 'instance-id': one.instanceId, state: one.state }));
  return page(
    parameters,
    'iamInstanceProfileAssociationSet',
    associations.map((one) => describe(one, one.state)),
  );
};

function describe({ id, instanceId, instanceProfileArn, instanceProfileId }: FakeAssociation, state: string) {
  return {
    associationId: id,
    instanceId,
    iamInstanceProfile: { arn: instanceProfileArn, id: instanceProfileId },
    state,
  };
}

export const associationOperations: Readonly<Record<string, Operation>> = {
  AssociateIamInstanceProfile: associateIamInstanceProfile,
  ReplaceIamInstanceProfileAssociation: replaceIamInstanceProfileAssociation,
  DisassociateIamInstanceProfile: disassociateIamInstanceProfile,
  DescribeIamInstanceProfileAssociations: describeIamInstanceProfileAssociations,
};
