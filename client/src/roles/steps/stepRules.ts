import type { AwsApi } from '../awsApi.ts';
import type { Permission } from '../permission.ts';
import type { PlanScope, Step, StepKind, StepOf } from '../plan.ts';
import type { StepState } from '../stepState.ts';

/** All that is known of a kind of step. `Before` is what it overwrites, as far as that is needed to undo it. */
export interface StepRules<Kind extends StepKind, Before = unknown> {
  /** A sentence part that names what is done to what, such as `Create role orders-reader`. */
  describe(step: StepOf<Kind>): string;
  /** What doing it needs, inspecting and waiting included. */
  permissions(step: StepOf<Kind>, plan: PlanScope): readonly Permission[];
  /** Reads only. */
  inspect(step: StepOf<Kind>, situation: Situation): Promise<StepState>;
  /** Reads what `apply` will overwrite. */
  remember(step: StepOf<Kind>, situation: Situation): Promise<Before>;
  /** One change, with the retries that it may need. */
  apply(step: StepOf<Kind>, run: Run): Promise<void>;
  /** The steps that bring back what was before; `made` is the id that AWS gave. */
  undo(step: StepOf<Kind>, before: Before, made: string | undefined): readonly Step[];
}

/** What a step is looked at in. */
export interface Situation {
  readonly api: AwsApi;
  readonly plan: PlanScope;
  readonly now: Date;
}

/** What applying works with. */
export interface Run extends Situation {
  /** Whether this run has made something before, so that AWS may not see it everywhere yet. */
  readonly fresh: boolean;
  /** Settles after the time, or throws `Cancelled`. */
  wait(milliseconds: number): Promise<void>;
  /** A sentence part on what is being waited for. */
  tell(message: string): void;
  /** The id that AWS gave to what the step makes. */
  made(id: string): void;
}
