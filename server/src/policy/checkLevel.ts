import type { Severity } from '../protocol.ts';

/** What the settings may make of a check: another severity than it has, or silence. */
export const checkLevels = [
  'off',
  'ERROR',
  'SECURITY_WARNING',
  'WARNING',
  'SUGGESTION',
] as const satisfies readonly ('off' | Severity)[];
export type CheckLevel = (typeof checkLevels)[number];

/** By the code of a check. */
export type CheckLevels = Readonly<Record<string, CheckLevel>>;
