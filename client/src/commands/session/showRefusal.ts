import type { Role } from '../../roles/awsApi.ts';
import { text } from '../../roles/markdown.ts';
import type { PlanTarget } from '../../roles/plan.ts';
import { stepPlan } from '../../roles/stepPlan.ts';
import { offer } from '../offer.ts';
import type { RoleCommandParts } from '../roleCommand.ts';
import { runPlan } from '../runPlan.ts';
import type { Refusal } from './explainRefusal.ts';

/** Tells why a role could not be assumed, and offers the change of its trust policy where that lets the caller in. */
export async function showRefusal(
  parts: RoleCommandParts,
  target: PlanTarget,
  roleArn: string,
  role: Role | undefined,
  { reasons, mended }: Refusal,
): Promise<void> {
  const [first = 'AWS refused without a reason.', ...others] = reasons;
  const showAll = {
    label: 'Show All Reasons',
    run: () => parts.ui.show({ title: 'Assume Role', language: 'markdown', text: report(roleArn, reasons) }),
  };
  const mend = mended &&
    role && {
      label: 'Update Trust Policy…',
      run: () =>
        runPlan(
          parts,
          stepPlan(
            [{ kind: 'updateAssumeRolePolicy', roleName: role.name, trustPolicy: mended.text }],
            target,
            [role.arn],
          ),
        ),
    };
  await offer(parts.ui.fail, `The role ${roleArn} could not be assumed. ${first}`, [
    ...(mend ? [mend] : []),
    ...(others.length > 0 ? [showAll] : []),
  ]);
}

function report(roleArn: string, reasons: readonly string[]): string {
  const list = reasons.map((reason) => `- ${text(reason)}`).join('\n');
  return `# Why ${text(roleArn)} could not be assumed\n\n${list}\n`;
}
