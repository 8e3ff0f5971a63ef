import type { Connection } from '../aws/connection.ts';
import { describeTarget } from '../aws/describeTarget.ts';
import { applyPlan } from '../roles/applyPlan.ts';
import { Cancelled } from '../roles/awsError.ts';
import { describeStep } from '../roles/describeStep.ts';
import { inspectPlan } from '../roles/inspectPlan.ts';
import type { RolePlan } from '../roles/plan.ts';
import { previewPlan } from '../roles/previewPlan.ts';
import type { StepState } from '../roles/stepState.ts';
import { applyWithProgress } from './applyWithProgress.ts';
import type { RoleCommandParts } from './roleCommand.ts';
import { tellApplied } from './tellApplied.ts';
import { tellError } from './tellError.ts';
import { tellUnfinished } from './tellUnfinished.ts';

/** How the work on a plan ended, before the user was told. */
export interface PlanEnd {
  /** Whether AWS is as the plan wants it. */
  readonly done: boolean;
  /** A sentence or two; undefined where it is done, or the user ended it. */
  readonly problem: string | undefined;
  /** Settles when the user has read it, and with whether it was undone. */
  tell(): Promise<boolean>;
}

/**
 * The one way in which commands change an account: looks at what is there, shows the plan, asks, applies it, and
 * tells how it ended with what can be done then. Settles with whether AWS is as the plan wants it; never rejects.
 */
export async function runPlan(parts: RoleCommandParts, plan: RolePlan): Promise<boolean> {
  const { done, tell } = await changeAccount(parts, plan);
  await tell();
  return done;
}

/** All of `runPlan` but the last: that the user is told is up to the caller. Never rejects. */
export async function changeAccount(parts: RoleCommandParts, plan: RolePlan): Promise<PlanEnd> {
  const { ui, activeProfile } = parts;
  try {
    const connection = await activeProfile.connect();
    if (connection === undefined) return givenUp;
    const states = await inspect(parts, plan, connection);
    await ui.show({ title: plan.title, language: 'markdown', text: previewPlan(plan, states) });
    const reasons = states.flatMap((state) => (state.kind === 'blocked' ? [state.reason] : []));
    if (reasons.length > 0) {
      const problem = `${plan.title}: not possible as it stands. ${reasons.join(' ')}`;
      return { done: false, problem, tell: () => told(ui.fail(problem)) };
    }
    if (states.every(({ kind }) => kind === 'equal')) {
      const message = `${plan.title}: nothing to do, all of it is there as wanted.`;
      return { done: true, problem: undefined, tell: () => told(ui.inform(message)) };
    }
    if (!(await confirmed(parts, plan, states, connection))) return givenUp;
    const result = await applyWithProgress(ui, plan.title, (ports) =>
      applyPlan(plan, states, connection.api(), ports),
    );
    parts.onAccountChange?.(plan);
    if (result.kind === 'applied')
      return {
        done: true,
        problem: undefined,
        tell: () => tellApplied(parts, plan, result.journal, connection),
      };
    return {
      done: false,
      problem: result.kind === 'failed' ? result.error.message : undefined,
      tell: () => told(tellUnfinished(parts, plan, result, connection)),
    };
  } catch (error) {
    const problem = error instanceof Cancelled ? undefined : messageOf(error);
    return { done: false, problem, tell: () => told(tellError(parts, error)) };
  }
}

const givenUp: PlanEnd = { done: false, problem: undefined, tell: async () => false };

/** Nothing was undone by what the user was told. */
async function told(telling: Promise<unknown>): Promise<boolean> {
  await telling;
  return false;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Throws an `Error` where the active profile has another account than the plan meanwhile. */
async function inspect(
  { ui }: RoleCommandParts,
  plan: RolePlan,
  connection: Connection,
): Promise<readonly StepState[]> {
  return ui.progress(`Looking at what is there: ${plan.title}`, async (_report, signal) => {
    const { account } = await connection.caller();
    if (account !== plan.target.account)
      throw new Error(
        `The plan is for account ${plan.target.account}, but the profile ${connection.profile.name} is now in account ${account}. Begin the command again.`,
      );
    return inspectPlan(plan, connection.api(signal), signal, new Date());
  });
}

const review = 'Review First';

/** A modal question hides the plan, so that it can be put off until the plan was read. */
async function confirmed(
  { ui }: RoleCommandParts,
  plan: RolePlan,
  states: readonly StepState[],
  connection: Connection,
): Promise<boolean> {
  const { phrase, warnings } = describeTarget(connection, await connection.caller());
  const message = `${plan.title} in ${phrase}?`;
  const apply = plan.title.split(' ')[0] ?? 'Apply';
  const detail = [...warnings, stepsText(plan, states)].join('\n\n');
  for (;;) {
    const choice = await ui.confirm({ message, detail, buttons: [apply, review] });
    if (choice !== review) return choice === apply;
    for (const state of states) await showDifferences(ui, state);
    if ((await ui.inform(message, `${apply}…`)) === undefined) return false;
  }
}

function stepsText({ steps }: RolePlan, states: readonly StepState[]): string {
  return steps
    .map((step, index) => {
      const state = states[index];
      const what = state?.kind === 'differs' ? state.differences.map((one) => one.what).join(', ') : '';
      return `${index + 1}. ${describeStep(step)}${stateNotes[state?.kind ?? 'pending']}${what}`;
    })
    .join('\n');
}

const stateNotes: Readonly<Record<StepState['kind'], string>> = {
  pending: '',
  equal: ': so already',
  differs: ': is there already, and will be changed in ',
  blocked: ': not possible',
};

async function showDifferences(ui: RoleCommandParts['ui'], state: StepState): Promise<void> {
  if (state.kind !== 'differs') return;
  for (const { what, live, wanted } of state.differences)
    await ui.diff({
      title: what,
      left: live,
      right: wanted,
      language: isJson(wanted) ? 'json' : 'plaintext',
    });
}

function isJson(text: string): boolean {
  return /^\s*\{/.test(text);
}
