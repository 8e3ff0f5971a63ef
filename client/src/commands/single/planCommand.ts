import type { AwsApi, Caller } from '../../roles/awsApi.ts';
import type { PlanTarget, RolePlan } from '../../roles/plan.ts';
import { runPlan } from '../runPlan.ts';
import type { SessionCommand, SessionParts } from '../session/sessionParts.ts';

/** The account that a plan is asked for, and where the command was started. */
export interface PlanSituation extends SessionParts {
  readonly api: AwsApi;
  readonly caller: Caller;
  readonly target: PlanTarget;
  readonly argument: unknown;
}

/** Asks for what a plan needs; undefined when the user gives up, or was told why there can be none. */
export type AskPlan = (situation: PlanSituation) => Promise<RolePlan | undefined>;

/** A command that asks, shows its plan, and applies it when that is confirmed. */
export function planCommand(ask: AskPlan): SessionCommand {
  return async (parts, argument) => {
    const plan = await askPlan(parts, ask, argument);
    if (plan !== undefined) await runPlan(parts, plan);
  };
}

export async function askPlan(
  parts: SessionParts,
  ask: AskPlan,
  argument: unknown,
): Promise<RolePlan | undefined> {
  const connection = await parts.activeProfile.connect();
  if (connection === undefined) return undefined;
  const caller = await connection.caller();
  const { account, partition } = caller;
  const target = { account, partition, region: connection.region };
  return ask({ ...parts, api: connection.api(), caller, target, argument });
}
