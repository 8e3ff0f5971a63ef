/** What `dist/onDemand.js` exports: all that is loaded when it is first used, to keep the start of a window short. */

export { createLivePolicies } from './commands/live/livePolicies.ts';
export { roleCommands } from './commands/roleCommands.ts';
export { showLocalRolePage } from './commands/rolePage/showLocalRolePage.ts';
export { showAnalyzerFindings } from './documents/analyzerFindings.ts';
export { createRolesTree } from './views/explorer/createRolesTree.ts';
export { createRolePages } from './views/rolePage/rolePages.ts';
