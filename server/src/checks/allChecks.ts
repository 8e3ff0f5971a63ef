import { actionChecks } from './action/actionChecks.ts';
import type { Check } from './check.ts';
import { conditionChecks } from './condition/conditionChecks.ts';
import { documentChecks } from './document/documentChecks.ts';
import { principalChecks } from './principal/principalChecks.ts';
import { rcpChecks } from './rcp/rcpChecks.ts';
import { redundancyChecks } from './redundancy/redundancyChecks.ts';
import { resourceChecks } from './resource/resourceChecks.ts';
import { riskChecks } from './risk/riskChecks.ts';
import { serviceChecks } from './service/serviceChecks.ts';
import { sizeChecks } from './size/sizeChecks.ts';
import { statementChecks } from './statement/statementChecks.ts';
import { tagChecks } from './tags/tagChecks.ts';
import { trustChecks } from './trust/trustChecks.ts';
import { variableChecks } from './variable/variableChecks.ts';

/** Every check there is, by the folder it stands in; a test compares the lists with the folders. */
export const checkGroups = {
  document: documentChecks,
  statement: statementChecks,
  action: actionChecks,
  resource: resourceChecks,
  principal: principalChecks,
  condition: conditionChecks,
  variable: variableChecks,
  trust: trustChecks,
  rcp: rcpChecks,
  service: serviceChecks,
  redundancy: redundancyChecks,
  tags: tagChecks,
  size: sizeChecks,
  risk: riskChecks,
} as const satisfies Readonly<Record<string, readonly Check[]>>;

export type CheckGroup = keyof typeof checkGroups;

export const allChecks: readonly Check[] = Object.values(checkGroups).flat();
