import type { AwsApi } from '../../client/src/roles/awsApi.ts';
import { readRole } from '../../client/src/roles/liveRole.ts';
import { must } from './must.ts';

/** All that an account has of what plans touch, without ids, dates and the numbers of versions: to be compared. */
export async function accountOf(api: AwsApi) {
  const roles = [];
  for (const { name } of await api.listRoles()) {
    const { role, inlinePolicies, attachedPolicies } = must(await readRole(api, name));
    const { id: _id, created: _created, lastUsed: _lastUsed, trustPolicy, ...kept } = role;
    roles.push({
      ...kept,
      trustPolicy: JSON.parse(trustPolicy),
      inline: inlinePolicies.map(({ name: policy, document }) => [policy, JSON.parse(document)]).sort(),
      attached: attachedPolicies.map(({ arn }) => arn).sort(),
    });
  }
  const policies = [];
  for (const { arn, description, defaultVersionId } of await api.listPolicies()) {
    const documents = [];
    for (const { id } of await api.listPolicyVersions(arn))
      documents.push({
        current: id === defaultVersionId,
        document: JSON.parse(must(await api.getPolicyVersion(arn, id))),
      });
    policies.push({ arn, description, documents: documents.map((one) => JSON.stringify(one)).sort() });
  }
  const profiles = (await api.listInstanceProfiles()).map(({ arn, roleName }) => ({ arn, roleName }));
  const associations = (await api.describeIamInstanceProfileAssociations())
    .filter(({ state }) => state === 'associated')
    .map(({ instanceId, instanceProfileArn }) => ({ instanceId, instanceProfileArn }));
  const byText = (one: unknown, other: unknown) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);
  return {
    roles: roles.sort(byText),
    policies: policies.sort(byText),
    profiles: profiles.sort(byText),
    associations: associations.sort(byText),
  };
}

/** Deletes all that plans make. moto's own reset takes long, as it reads the AWS managed policies anew. */
export async function emptyAccount(api: AwsApi): Promise<void> {
  for (const { id, state } of await api.describeIamInstanceProfileAssociations())
    if (state === 'associated') await api.disassociateIamInstanceProfile(id);
  for (const { name, roleName } of await api.listInstanceProfiles()) {
    if (roleName !== undefined) await api.removeRoleFromInstanceProfile(name, roleName);
    await api.deleteInstanceProfile(name);
  }
  for (const { name, path } of await api.listRoles()) {
    for (const { arn } of await api.listAttachedRolePolicies(name)) await api.detachRolePolicy(name, arn);
    for (const policy of await api.listRolePolicies(name)) await api.deleteRolePolicy(name, policy);
    await (path.startsWith('/aws-service-role/') ? api.deleteServiceLinkedRole(name) : api.deleteRole(name));
  }
  for (const { arn } of await api.listPolicies()) {
    for (const { id, isDefault } of await api.listPolicyVersions(arn))
      if (!isDefault) await api.deletePolicyVersion(arn, id);
    await api.deletePolicy(arn);
  }
}
