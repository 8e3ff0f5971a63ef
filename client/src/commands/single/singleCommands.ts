import {
  addRoleToInstanceProfile,
  associateInstanceProfile,
  createInstanceProfile,
} from './instanceProfileCommands.ts';
import type { AskPlan } from './planCommand.ts';
import {
  attachPolicies,
  createManagedPolicy,
  detachPolicies,
  putInlinePolicy,
  updateManagedPolicy,
  updateTrustPolicy,
} from './policyCommands.ts';
import { createServiceLinkedRole, deleteRole } from './roleCommands.ts';

/** Commands of one plan each, by their identifiers; titles as in the manifest. */
export const singleCommands = {
  'iamRoles.createManagedPolicy': { title: 'Create Managed Policy…', ask: createManagedPolicy },
  'iamRoles.updateManagedPolicy': { title: 'Update Managed Policy…', ask: updateManagedPolicy },
  'iamRoles.putInlinePolicy': { title: 'Put as Inline Policy…', ask: putInlinePolicy },
  'iamRoles.updateTrustPolicy': { title: 'Update Trust Policy of Role…', ask: updateTrustPolicy },
  'iamRoles.attachPolicies': { title: 'Attach Policies to Role…', ask: attachPolicies },
  'iamRoles.detachPolicies': { title: 'Detach Policies from Role…', ask: detachPolicies },
  'iamRoles.createInstanceProfile': { title: 'Create Instance Profile…', ask: createInstanceProfile },
  'iamRoles.addRoleToInstanceProfile': {
    title: 'Add Role to Instance Profile…',
    ask: addRoleToInstanceProfile,
  },
  'iamRoles.associateInstanceProfile': {
    title: 'Associate Instance Profile with EC2 Instance…',
    ask: associateInstanceProfile,
  },
  'iamRoles.createServiceLinkedRole': { title: 'Create Service-Linked Role…', ask: createServiceLinkedRole },
  'iamRoles.deleteRole': { title: 'Delete Role…', ask: deleteRole },
} satisfies Record<string, { readonly title: string; readonly ask: AskPlan }>;
