import { randomUUID } from 'node:crypto';
import { newId } from '../newId.ts';
import type { FakeRole } from '../state.ts';
import { textOf } from '../wire/data.ts';
import { Fault, noSuchEntity } from '../wire/fault.ts';
import type { Operation } from '../world.ts';
import { singleRole } from './answers.ts';
import { findRole, isServiceLinked } from './find.ts';
import { readDescription, required } from './names.ts';

/** A few services with such roles, and whether they take a suffix. */
const services: Readonly<Record<string, { readonly role: string; readonly suffix: boolean }>> = {
  'autoscaling.amazonaws.com': { role: 'AWSServiceRoleForAutoScaling', suffix: true },
  'elasticbeanstalk.amazonaws.com': { role: 'AWSServiceRoleForElasticBeanstalk', suffix: false },
  'lex.amazonaws.com': { role: 'AWSServiceRoleForLexBots', suffix: true },
  'ecs.amazonaws.com': { role: 'AWSServiceRoleForECS', suffix: false },
  'eks.amazonaws.com': { role: 'AWSServiceRoleForAmazonEKS', suffix: false },
  'spot.amazonaws.com': { role: 'AWSServiceRoleForEC2Spot', suffix: false },
};

const createServiceLinkedRole: Operation = ({ parameters, account, partition }, world) => {
  const { state } = world;
  const service = required(parameters, 'AWSServiceName');
  const known = services[service];
  if (known === undefined)
    throw new Fault('InvalidInput', `Service role for ${service} is not supported in this region.`);
  const suffix = textOf(parameters, 'CustomSuffix');
  if (suffix !== undefined && !known.suffix)
    throw new Fault('InvalidInput', `Custom suffix is not allowed for ${service}`);
  const name = suffix === undefined ? known.role : `${known.role}_${suffix}`;
  if (state.roles.some((role) => role.account === account && role.name === name))
    throw new Fault(
      'InvalidInput',
      `Service role name ${name} has been taken in this account, please try a different suffix.`,
    );
  const path = `/aws-service-role/${service}/`;
  const role: FakeRole = {
    account,
    name,
    path,
    arn: `arn:${partition}:iam::${account}:role${path}${name}`,
    id: newId('AROA'),
    created: world.now().toISOString(),
    trustPolicy: JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
    }),
    description: readDescription(parameters),
    maxSessionDuration: 3600,
    boundary: undefined,
    tags: {},
    inlinePolicies: {},
    attachedPolicies: [],
    lastUsed: undefined,
  };
  state.roles.push(role);
  return { Role: singleRole(role) };
};

const deleteServiceLinkedRole: Operation = (request, world) => {
  const role = findRole(request, world);
  if (!isServiceLinked(role))
    throw noSuchEntity(`The service-linked role with name ${role.name} cannot be found.`);
  const DeletionTaskId = `task${role.path}${role.name}/${randomUUID()}`;
  world.lag.begin('serviceLinkedRoleDeletion', DeletionTaskId);
  return { DeletionTaskId };
};

/** The role is gone with the first answer that says so. */
const getServiceLinkedRoleDeletionStatus: Operation = ({ parameters, account, region }, world) => {
  const { state, lag } = world;
  const task = required(parameters, 'DeletionTaskId');
  const name = /^task\/aws-service-role\/[^/]+\/([^/]+)\/[0-9a-f-]{36}$/.exec(task)?.[1];
  if (name === undefined) throw new Fault('InvalidInput', `The deletion task id ${task} is not valid.`);
  if (lag.pending('serviceLinkedRoleDeletion', task)) return { Status: 'IN_PROGRESS' };
  const use = state.serviceLinkedRolesInUse[name];
  if (use !== undefined)
    return { Status: 'FAILED', Reason: { Reason: use, RoleUsageList: [{ Region: region, Resources: [] }] } };
  const index = state.roles.findIndex((role) => role.account === account && role.name === name);
  if (index >= 0) state.roles.splice(index, 1);
  return { Status: 'SUCCEEDED' };
};

export const serviceLinkedRoleOperations: Readonly<Record<string, Operation>> = {
  CreateServiceLinkedRole: createServiceLinkedRole,
  DeleteServiceLinkedRole: deleteServiceLinkedRole,
  GetServiceLinkedRoleDeletionStatus: getServiceLinkedRoleDeletionStatus,
};
