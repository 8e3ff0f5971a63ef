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
  'iamRoles.reviewRoleUse',
  'iamRoles.reviewAccount',
  'iamRoles.simulateRole',
  'iamRoles.checkWithAccessAnalyzer',
  'iamRoles.showRoleEvents',
  'iamRoles.showRolePage',
  'iamRoles.assumeRole',
  'iamRoles.stopUsingRole',
] as const;

export type RoleCommandId = (typeof roleCommandIds)[number];
