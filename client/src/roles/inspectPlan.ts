import type { AwsApi } from './awsApi.ts';
import { Cancelled, isDenied } from './awsError.ts';
import type { RolePlan, Step } from './plan.ts';
import { type AccountSummary, overQuota } from './quotas.ts';
import { blocked, type StepState } from './stepState.ts';
import type { Situation } from './steps/stepRules.ts';
import { rulesOf } from './steps/stepTable.ts';

/** So that a long plan does not run into IAM's limits on calls. */
const atOnce = 4;

/** How each step stands to what AWS has now, in the order of the steps. Throws `Cancelled`, and what is no refusal. */
export async function inspectPlan(
  plan: RolePlan,
  api: AwsApi,
  signal: AbortSignal,
  now: Date,
): Promise<readonly StepState[]> {
  const situation: Situation = { api: remembering(api), plan, now };
  const states: StepState[] = [];
  const summary = await summaryOf(api);
  for (let index = 0; index < plan.steps.length; index += atOnce) {
    if (signal.aborted) throw new Cancelled('Cancelled.');
    const steps = plan.steps.slice(index, index + atOnce);
    states.push(...(await Promise.all(steps.map((step) => stateOf(step, situation, summary)))));
  }
  return states;
}

async function stateOf(
  step: Step,
  situation: Situation,
  summary: AccountSummary | undefined,
): Promise<StepState> {
  try {
    const state = await rulesOf(step).inspect(step, situation);
    if (summary === undefined || state.kind === 'equal' || state.kind === 'blocked') return state;
    const reason = await overQuota(step, { summary, ...situation });
    return reason === undefined ? state : blocked(reason);
  } catch (error) {
    if (isDenied(error)) return blocked(`What is there cannot be seen. ${error.message}`);
    throw error;
  }
}

/** Undefined where it is not allowed; AWS then tells of quotas when it comes to them. */
async function summaryOf(api: AwsApi): Promise<AccountSummary | undefined> {
  try {
    return await api.getAccountSummary();
  } catch (error) {
    if (isDenied(error)) return undefined;
    throw error;
  }
}

/** Asks the same thing once. For reading only. */
function remembering(api: AwsApi): AwsApi {
  const answers = new Map<string, unknown>();
  return new Proxy(api, {
    get(target, name) {
      return (...parameters: readonly unknown[]) => {
        const key = JSON.stringify([name, ...parameters]);
        if (!answers.has(key)) answers.set(key, Reflect.get(target, name).apply(target, parameters));
        return answers.get(key);
      };
    },
  });
}
