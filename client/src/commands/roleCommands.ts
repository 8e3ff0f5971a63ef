import { assumeRole } from './assumeRole.ts';
import { createRole } from './createRole.ts';
import { pullRole } from './folder/pullRole.ts';
import { pushRole } from './folder/pushRole.ts';
import { showRoleDrift } from './folder/showRoleDrift.ts';
import { compareLivePolicy } from './live/compareLivePolicy.ts';
import { openLivePolicy } from './live/openLivePolicy.ts';
import { checkWithAccessAnalyzer } from './review/checkWithAccessAnalyzer.ts';
import { reviewAccount } from './review/reviewAccount.ts';
import { reviewRoleUse } from './review/reviewRoleUse.ts';
import { showRoleEvents } from './review/showRoleEvents.ts';
import { simulateRole } from './review/simulateRole.ts';
import type { RoleCommandId } from './roleCommandIds.ts';
import { showRolePage } from './rolePage/showRolePage.ts';
import type { SessionCommand } from './session/sessionParts.ts';
import { copyAsCli } from './single/copyAsCli.ts';
import { planCommand } from './single/planCommand.ts';
import { singleCommands } from './single/singleCommands.ts';
import { stopUsingRole } from './stopUsingRole.ts';
import { verifyRole } from './verifyRole.ts';

const single = (id: keyof typeof singleCommands) => planCommand(singleCommands[id].ask);

export const roleCommands: Readonly<Record<RoleCommandId, SessionCommand>> = {
  'iamRoles.createRole': createRole,
  'iamRoles.createManagedPolicy': single('iamRoles.createManagedPolicy'),
  'iamRoles.updateManagedPolicy': single('iamRoles.updateManagedPolicy'),
  'iamRoles.putInlinePolicy': single('iamRoles.putInlinePolicy'),
  'iamRoles.updateTrustPolicy': single('iamRoles.updateTrustPolicy'),
  'iamRoles.attachPolicies': single('iamRoles.attachPolicies'),
  'iamRoles.detachPolicies': single('iamRoles.detachPolicies'),
  'iamRoles.createInstanceProfile': single('iamRoles.createInstanceProfile'),
  'iamRoles.addRoleToInstanceProfile': single('iamRoles.addRoleToInstanceProfile'),
  'iamRoles.associateInstanceProfile': single('iamRoles.associateInstanceProfile'),
  'iamRoles.createServiceLinkedRole': single('iamRoles.createServiceLinkedRole'),
  'iamRoles.deleteRole': single('iamRoles.deleteRole'),
  'iamRoles.copyAsCli': copyAsCli,
  'iamRoles.verifyRole': verifyRole,
  'iamRoles.reviewRoleUse': reviewRoleUse,
  'iamRoles.reviewAccount': reviewAccount,
  'iamRoles.simulateRole': simulateRole,
  'iamRoles.checkWithAccessAnalyzer': checkWithAccessAnalyzer,
  'iamRoles.showRoleEvents': showRoleEvents,
  'iamRoles.showRolePage': showRolePage,
  'iamRoles.assumeRole': assumeRole,
  'iamRoles.stopUsingRole': stopUsingRole,
  'iamRoles.openLivePolicy': openLivePolicy,
  'iamRoles.compareLivePolicy': compareLivePolicy,
  'iamRoles.pullRole': pullRole,
  'iamRoles.showRoleDrift': showRoleDrift,
  'iamRoles.pushRole': pushRole,
};
