import type { ServerState } from '../serverRequests.ts';

/** One paragraph: the extension's version, and the date and size of its AWS data where the server runs. */
export function aboutText(version: string, state: ServerState): string {
  const name = `IAM Roles for AWS ${version}.`;
  if (state.kind !== 'running')
    return `${name} The language server is off, so the date of its data is not known.`;
  const { catalogDate, catalogCounts } = state.server;
  const count = (number: number, things: string) => `${number.toLocaleString('en-US')} ${things}`;
  const counts = [
    count(catalogCounts.services, 'services'),
    count(catalogCounts.actions, 'actions'),
    count(catalogCounts.resourceTypes, 'resource types'),
    count(catalogCounts.conditionKeys, 'condition keys'),
    count(catalogCounts.managedPolicies, 'managed policies'),
  ];
  return `${name} AWS data of ${catalogDate}: ${counts.join(', ')}. Nothing leaves this machine.`;
}
