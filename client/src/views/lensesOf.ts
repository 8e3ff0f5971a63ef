import type { PolicyAtPosition, PolicyType } from '../../../server/src/protocol.ts';
import type { LensPlace } from '../commands/policyStartedOn.ts';

export interface RoleLens {
  /** From 0. */
  readonly line: number;
  readonly title: string;
  readonly command: string;
  readonly argument: LensPlace;
}

/** The commands above policies, by their type. */
const lenses: Readonly<Partial<Record<PolicyType, readonly Pick<RoleLens, 'title' | 'command'>[]>>> = {
  trust: [{ title: '$(add) Create Role…', command: 'iamRoles.createRole' }],
};

/** What stands above the policies of a document. */
export function lensesOf(policies: readonly PolicyAtPosition[], uri: string): readonly RoleLens[] {
  return policies.flatMap(({ type, range: { start } }) =>
    (lenses[type] ?? []).map((lens) => ({ ...lens, line: start.line, argument: { uri, line: start.line } })),
  );
}
