import type { Step, StepKind } from '../plan.ts';
import { associateIamInstanceProfile, disassociateIamInstanceProfile } from './association.ts';
import { attachRolePolicy, detachRolePolicy } from './attachment.ts';
import { updateAssumeRolePolicy, updateRole } from './changeRole.ts';
import { createPolicy } from './createPolicy.ts';
import { createRole } from './createRole.ts';
import { deletePolicy } from './deletePolicy.ts';
import { deleteRole } from './deleteRole.ts';
import { deleteRolePolicy, putRolePolicy } from './inlinePolicy.ts';
import { createInstanceProfile, deleteInstanceProfile } from './instanceProfile.ts';
import { addRoleToInstanceProfile, removeRoleFromInstanceProfile } from './instanceProfileRole.ts';
import { deletePolicyVersion, restorePolicyVersion, setDefaultPolicyVersion } from './olderPolicyVersions.ts';
import { deleteRolePermissionsBoundary, putRolePermissionsBoundary } from './permissionsBoundary.ts';
import { createPolicyVersion } from './policyVersions.ts';
import { tagRole, untagRole } from './roleTags.ts';
import { createServiceLinkedRole, deleteServiceLinkedRole } from './serviceLinkedRole.ts';
import type { StepRules } from './stepRules.ts';
import { waitUntilUsable } from './waitUntilUsable.ts';

const stepTable: { readonly [Kind in StepKind]: StepRules<Kind> } = {
  createPolicy,
  createPolicyVersion,
  restorePolicyVersion,
  createRole,
  updateAssumeRolePolicy,
  updateRole,
  putRolePolicy,
  attachRolePolicy,
  putRolePermissionsBoundary,
  tagRole,
  createInstanceProfile,
  addRoleToInstanceProfile,
  waitUntilUsable,
  associateIamInstanceProfile,
  createServiceLinkedRole,
  disassociateIamInstanceProfile,
  removeRoleFromInstanceProfile,
  deleteInstanceProfile,
  detachRolePolicy,
  deleteRolePolicy,
  deleteRolePermissionsBoundary,
  untagRole,
  setDefaultPolicyVersion,
  deletePolicyVersion,
  deletePolicy,
  deleteRole,
  deleteServiceLinkedRole,
};

/** The rules of the step's kind. */
export function rulesOf(step: Step): StepRules<StepKind> {
  return stepTable[step.kind];
}
