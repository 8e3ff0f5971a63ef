/** The commands of the view of roles, as the manifest names them. */
export const explorerCommandIds = [
  'iamRoles.refreshRoles',
  'iamRoles.filterRoles',
  'iamRoles.clearRoleFilter',
  'iamRoles.groupRoles',
  'iamRoles.openRoleItem',
  'iamRoles.pauseReadingRoles',
  'iamRoles.copyRoleArn',
  'iamRoles.copyRoleName',
  'iamRoles.copyMissingStatement',
] as const;

export type ExplorerCommandId = (typeof explorerCommandIds)[number];
