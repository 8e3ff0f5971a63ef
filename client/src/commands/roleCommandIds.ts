/** The commands on roles and their policies, as the manifest names them. */
export const roleCommandIds = [
  'iamRoles.createRole',
  'iamRoles.createManagedPolicy',
  'iamRoles.updateManagedPolicy',
  'iamRoles.putInlinePolicy',
  'iamRoles.updateTrustPolicy',
  'iamRoles.attachPolicies',
  'iamRoles.detachPolicies',
  'iamRoles.createInstanceProfile',
  'iamRoles.addRoleToInstanceProfile',
  'iamRoles.associateInstanceProfile',
  'iamRoles.createServiceLinkedRole',
  'iamRoles.deleteRole',
  'iamRoles.copyAsCli',
  'iamRoles.verifyRole',
  'iamRoles.assumeRole',
  'iamRoles.stopUsingRole',
  'iamRoles.openLivePolicy',
  'iamRoles.compareLivePolicy',
  'iamRoles.pullRole',
  'iamRoles.showRoleDrift',
  'iamRoles.pushRole',
] as const;

export type RoleCommandId = (typeof roleCommandIds)[number];
