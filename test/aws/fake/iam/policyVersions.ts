import type { FakePolicy } from '../state.ts';
import { textOf } from '../wire/data.ts';
import { Fault } from '../wire/fault.ts';
import type { ApiRequest, Operation } from '../world.ts';
import { encodeDocument } from './documents.ts';
import { findOwnPolicy, findPolicy } from './find.ts';
import { required } from './names.ts';
import { page } from './paging.ts';
import { noVersion, readPolicyDocument } from './policies.ts';
import { quotas } from './quotas.ts';

type Version = FakePolicy['versions'][number];

const createPolicyVersion: Operation = (request, world) => {
  const policy = findOwnPolicy(request, world);
  const document = readPolicyDocument(request);
  if (policy.versions.length >= quotas.VersionsPerPolicyQuota)
    throw new Fault(
      'LimitExceeded',
      `A managed policy can have up to ${quotas.VersionsPerPolicyQuota} versions. Before you create a new version, you must delete an existing version.`,
    );
  policy.madeVersions += 1;
  const created = world.now().toISOString();
  const version = { id: `v${policy.madeVersions}`, document, created };
  policy.versions.push(version);
  policy.updated = created;
  if (textOf(request.parameters, 'SetAsDefault') === 'true') policy.defaultVersionId = version.id;
  return { PolicyVersion: summary(policy, version) };
};

const getPolicyVersion: Operation = (request, world) => {
  const policy = findPolicy(request, world);
  const version = findVersion(policy, request);
  return { PolicyVersion: { ...summary(policy, version), Document: encodeDocument(version.document) } };
};

const listPolicyVersions: Operation = (request, world) => {
  const policy = findPolicy(request, world);
  const newestFirst = [...policy.versions].reverse();
  return page(
    request.parameters,
    'Versions',
    newestFirst.map((version) => summary(policy, version)),
  );
};

const setDefaultPolicyVersion: Operation = (request, world) => {
  const policy = findOwnPolicy(request, world);
  policy.defaultVersionId = findVersion(policy, request).id;
  policy.updated = world.now().toISOString();
  return undefined;
};

const deletePolicyVersion: Operation = (request, world) => {
  const policy = findOwnPolicy(request, world);
  const { id } = findVersion(policy, request);
  if (id === policy.defaultVersionId)
    throw new Fault('DeleteConflict', 'Cannot delete the default version of a policy.');
  policy.versions = policy.versions.filter((version) => version.id !== id);
  return undefined;
};

function summary({ defaultVersionId }: FakePolicy, { id, created }: Version) {
  return { VersionId: id, IsDefaultVersion: id === defaultVersionId, CreateDate: created };
}

function findVersion(policy: FakePolicy, { parameters }: ApiRequest): Version {
  const id = required(parameters, 'VersionId');
  const version = policy.versions.find((one) => one.id === id);
  if (version === undefined) throw noVersion(policy, id);
  return version;
}

export const policyVersionOperations: Readonly<Record<string, Operation>> = {
  CreatePolicyVersion: createPolicyVersion,
  GetPolicyVersion: getPolicyVersion,
  ListPolicyVersions: listPolicyVersions,
  SetDefaultPolicyVersion: setDefaultPolicyVersion,
  DeletePolicyVersion: deletePolicyVersion,
};
