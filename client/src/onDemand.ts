/** What `dist/onDemand.js` exports: all that is loaded when it is first used, to keep the start of a window short. */

export { createLivePolicies } from './commands/live/livePolicies.ts';
export { roleCommands } from './commands/roleCommands.ts';
export { createRolesTree } from './views/explorer/createRolesTree.ts';
