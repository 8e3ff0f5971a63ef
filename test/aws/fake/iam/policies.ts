import { newId } from '../newId.ts';
import type { FakePolicy } from '../state.ts';
import { textOf, textsOf } from '../wire/data.ts';
import { Fault, noSuchEntity } from '../wire/fault.ts';
import type { ApiRequest, Operation } from '../world.ts';
import { listedPolicy, rolesWith, singlePolicy } from './answers.ts';
import { documentSize } from './documents.ts';
import { findOwnPolicy, findPolicy } from './find.ts';
import { readDescription, readName, readPath, readTags, required, sameName } from './names.ts';
import { page } from './paging.ts';
import { checkPermissionDocument } from './permissionDocument.ts';
import { quotas } from './quotas.ts';

const createPolicy: Operation = (request, world) => {
  const { parameters, account, partition } = request;
  const { state } = world;
  const name = readName(parameters, 'PolicyName');
  const path = readPath(parameters);
  const description = readDescription(parameters);
  const tags = readTags(parameters);
  const document = readPolicyDocument(request);
  if (state.policies.some((policy) => policy.account === account && sameName(policy.name, name)))
    throw new Fault(
      'EntityAlreadyExists',
      `A policy called ${name} already exists. Duplicate names are not allowed.`,
    );
  const created = world.now().toISOString();
  const policy: FakePolicy = {
    account,
    name,
    path,
    arn: `arn:${partition}:iam::${account}:policy${path}${name}`,
    id: newId('ANPA'),
    description,
    created,
    updated: created,
    versions: [{ id: 'v1', document, created }],
    defaultVersionId: 'v1',
    madeVersions: 1,
    tags,
  };
  state.policies.push(policy);
  return { Policy: listedPolicy(policy, request, world) };
};

export function readPolicyDocument({ parameters }: ApiRequest): string {
  const document = required(parameters, 'PolicyDocument');
  checkPermissionDocument(document);
  if (documentSize(document) > quotas.PolicySizeQuota)
    throw new Fault('LimitExceeded', `Cannot exceed quota for PolicySize: ${quotas.PolicySizeQuota}`);
  return document;
}

const getPolicy: Operation = (request, world) => ({
  Policy: singlePolicy(findPolicy(request, world), request, world),
});

const listPolicies: Operation = (request, world) => {
  const { parameters, account } = request;
  const scope = textOf(parameters, 'Scope') ?? 'All';
  const owners = { All: ['aws', account], AWS: ['aws'], Local: [account] }[scope] ?? [];
  const prefix = textOf(parameters, 'PathPrefix') ?? '/';
  const onlyAttached = textOf(parameters, 'OnlyAttached') === 'true';
  const listed = world.state.policies
    .filter((policy) => owners.includes(policy.account) && policy.path.startsWith(prefix))
    .map((policy) => listedPolicy(policy, request, world))
    .filter(({ AttachmentCount }) => !onlyAttached || AttachmentCount > 0);
  return page(parameters, 'Policies', listed);
};

const deletePolicy: Operation = (request, world) => {
  const { state, lag } = world;
  const policy = findOwnPolicy(request, world);
  const { attached, bounded } = rolesWith(policy, request, world);
  if (attached.length + bounded.length > 0 || lag.pending('deletable', policy.arn))
    throw new Fault('DeleteConflict', 'Cannot delete a policy attached to entities.');
  if (policy.versions.length > 1)
    throw new Fault(
      'DeleteConflict',
      "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.",
    );
  state.policies.splice(state.policies.indexOf(policy), 1);
  return undefined;
};

const listEntitiesForPolicy: Operation = (request, world) => {
  const { attached, bounded } = rolesWith(findPolicy(request, world), request, world);
  const usage = textOf(request.parameters, 'PolicyUsageFilter');
  const roles = [
    ...(usage === 'PermissionsBoundary' ? [] : attached),
    ...(usage === 'PermissionsPolicy' ? [] : bounded),
  ];
  return {
    ...page(
      request.parameters,
      'PolicyRoles',
      [...new Set(roles)].map(({ name, id }) => ({ RoleName: name, RoleId: id })),
    ),
    PolicyUsers: [],
    PolicyGroups: [],
  };
};

const tagPolicy: Operation = (request, world) => {
  const policy = findOwnPolicy(request, world);
  policy.tags = readTags(request.parameters, policy.tags);
  return undefined;
};

const untagPolicy: Operation = (request, world) => {
  const policy = findOwnPolicy(request, world);
  for (const key of textsOf(request.parameters, 'TagKeys')) delete policy.tags[key];
  return undefined;
};

export function noVersion(policy: FakePolicy, id: string): Fault {
  return noSuchEntity(`Policy ${policy.arn} version ${id} does not exist or is not attachable.`);
}

export const policyOperations: Readonly<Record<string, Operation>> = {
  CreatePolicy: createPolicy,
  GetPolicy: getPolicy,
  ListPolicies: listPolicies,
  DeletePolicy: deletePolicy,
  ListEntitiesForPolicy: listEntitiesForPolicy,
  TagPolicy: tagPolicy,
  UntagPolicy: untagPolicy,
};
