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

/** Every check there is; a test compares the lists with the folders. */
export const allChecks: readonly Check[] = [
  ...documentChecks,
  ...statementChecks,
  ...actionChecks,
  ...resourceChecks,
  ...principalChecks,
  ...conditionChecks,
  ...variableChecks,
  ...trustChecks,
  ...rcpChecks,
  ...serviceChecks,
  ...redundancyChecks,
  ...tagChecks,
  ...sizeChecks,
  ...riskChecks,
];
