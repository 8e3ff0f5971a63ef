import { describeStep } from '../describeStep.ts';
import type { RolePlan, Step } from '../plan.ts';
import { cliStep, type Helper } from './cliSteps.ts';
import { comment } from './visible.ts';

const helpers: Readonly<Record<Helper, string>> = {
  unlessGone: `# Goes on where what is to be removed is not there.
unless_gone() {
  local error
  if ! error=$("$@" 2>&1 > /dev/null); then
    case "$error" in
      *NoSuchEntity*) ;;
      *) printf '%s\\n' "$error" >&2; return 1 ;;
    esac
  fi
}`,
  patiently: `# AWS takes some seconds to know everywhere what was just made.
patiently() {
  local attempt
  for attempt in 1 2 3 4 5 6 7 8 9 10 11; do
    if "$@" 2> /dev/null; then return 0; fi
    sleep 5
  done
  "$@"
}`,
};

/** A script for bash 3.2 and later with the AWS CLI, which does the plan in whichever account it runs in, as often as wanted. */
export function printCli(plan: RolePlan): string {
  return remainingCli(plan, plan.steps);
}

/** The script of what is still to be done, such as after a failure. */
export function remainingCli(plan: RolePlan, remaining: readonly Step[]): string {
  const used = new Set(remaining.flatMap((step) => cliStep(step).helpers ?? []));
  const parts = [
    `#!/usr/bin/env bash\n${comment('#', plan.title)}\nset -euo pipefail`,
    identity,
    ...[...used].map((helper) => helpers[helper]),
    ...remaining.map((step) => `${comment('#', describeStep(step))}\n${cliStep(step).script(step, plan)}`),
  ];
  return `${parts.join('\n\n')}\n`;
}

const identity = `ACCOUNT_ID=$(aws sts get-caller-identity --query Account --output text)
PARTITION=$(aws sts get-caller-identity --query Arn --output text | cut -d: -f2)
echo "In account $ACCOUNT_ID, partition $PARTITION"`;
