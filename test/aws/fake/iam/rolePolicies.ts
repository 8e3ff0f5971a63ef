import { textOf } from '../wire/data.ts';
import { Fault, noSuchEntity } from '../wire/fault.ts';
import type { Operation } from '../world.ts';
import { documentSize, encodeDocument } from './documents.ts';
import { findOwnRole, findRole, policyOf } from './find.ts';
import { readName, required } from './names.ts';
import { page } from './paging.ts';
import { checkPermissionDocument } from './permissionDocument.ts';
import { quotas } from './quotas.ts';

const putRolePolicy: Operation = (request, world) => {
  const { parameters } = request;
  const role = findOwnRole(request, world);
  const name = readName(parameters, 'PolicyName');
  const document = required(parameters, 'PolicyDocument');
  checkPermissionDocument(document);
  const all = { ...role.inlinePolicies, [name]: document };
  const quota = quotas.RolePolicySizeQuota;
  if (Object.values(all).reduce((sum, text) => sum + documentSize(text), 0) > quota)
    throw new Fault('LimitExceeded', `Maximum policy size of ${quota} bytes exceeded for role ${role.name}`);
  role.inlinePolicies = all;
  return undefined;
};

const getRolePolicy: Operation = (request, world) => {
  const role = findRole(request, world);
  const name = readName(request.parameters, 'PolicyName');
  const document = role.inlinePolicies[name];
  if (document === undefined) throw noInlinePolicy(name);
  return { RoleName: role.name, PolicyName: name, PolicyDocument: encodeDocument(document) };
};

const deleteRolePolicy: Operation = (request, world) => {
  const role = findOwnRole(request, world);
  const name = readName(request.parameters, 'PolicyName');
  if (role.inlinePolicies[name] === undefined) throw noInlinePolicy(name);
  delete role.inlinePolicies[name];
  world.lag.begin('deletable', role.arn);
  return undefined;
};

function noInlinePolicy(name: string): Fault {
  return noSuchEntity(`The role policy with name ${name} cannot be found.`);
}

const listRolePolicies: Operation = (request, world) =>
  page(request.parameters, 'PolicyNames', Object.keys(findRole(request, world).inlinePolicies).sort());

const attachRolePolicy: Operation = (request, world) => {
  const role = findOwnRole(request, world);
  const arn = required(request.parameters, 'PolicyArn');
  if (policyOf(arn, request, world) === undefined)
    throw noSuchEntity(`Policy ${arn} does not exist or is not attachable.`);
  if (role.attachedPolicies.includes(arn)) return undefined;
  const quota = quotas.AttachedPoliciesPerRoleQuota;
  if (role.attachedPolicies.length >= quota)
    throw new Fault('LimitExceeded', `Cannot exceed quota for PoliciesPerRole: ${quota}`);
  role.attachedPolicies.push(arn);
  return undefined;
};

const detachRolePolicy: Operation = (request, world) => {
  const role = findOwnRole(request, world);
  const arn = required(request.parameters, 'PolicyArn');
  if (!role.attachedPolicies.includes(arn)) throw noSuchEntity(`Policy ${arn} was not found.`);
  role.attachedPolicies = role.attachedPolicies.filter((one) => one !== arn);
  world.lag.begin('deletable', role.arn);
  world.lag.begin('deletable', arn);
  return undefined;
};

const listAttachedRolePolicies: Operation = (request, world) => {
  const prefix = textOf(request.parameters, 'PathPrefix') ?? '/';
  const attached = findRole(request, world).attachedPolicies.flatMap((PolicyArn) => {
    const policy = policyOf(PolicyArn, request, world);
    return policy?.path.startsWith(prefix) ? [{ PolicyName: policy.name, PolicyArn }] : [];
  });
  return page(request.parameters, 'AttachedPolicies', attached);
};

export const rolePolicyOperations: Readonly<Record<string, Operation>> = {
  PutRolePolicy: putRolePolicy,
  GetRolePolicy: getRolePolicy,
  DeleteRolePolicy: deleteRolePolicy,
  ListRolePolicies: listRolePolicies,
  AttachRolePolicy: attachRolePolicy,
  DetachRolePolicy: detachRolePolicy,
  ListAttachedRolePolicies: listAttachedRolePolicies,
};
