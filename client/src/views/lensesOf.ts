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
  trust: [
    { title: '$(add) Create Role…', command: 'iamRoles.createRole' },
    { title: 'Update Trust Policy of Role…', command: 'iamRoles.updateTrustPolicy' },
  ],
  identity: [
    { title: '$(add) Create Managed Policy…', command: 'iamRoles.createManagedPolicy' },
    { title: 'Put as Inline Policy…', command: 'iamRoles.putInlinePolicy' },
  ],
};

/** What stands above the policies of a document. */
export function lensesOf(policies: readonly PolicyAtPosition[], uri: string): readonly RoleLens[] {
  return policies.flatMap(({ type, range: { start } }) =>
    (lenses[type] ?? []).map((lens) => ({ ...lens, line: start.line, argument: { uri, line: start.line } })),
  );
}
