import { createRolePlan } from '../../roles/createRolePlan.ts';
import { inspectPlan } from '../../roles/inspectPlan.ts';
import type { RolePlan } from '../../roles/plan.ts';
import { previewPlan } from '../../roles/previewPlan.ts';
import { printCdk } from '../../roles/print/printCdk.ts';
import { printCli } from '../../roles/print/printCli.ts';
import { printCloudFormation } from '../../roles/print/printCloudFormation.ts';
import { printTerraform } from '../../roles/print/printTerraform.ts';
import type { PickItem } from '../../ui/ui.ts';
import type { Outcome, WizardQuestion } from '../../ui/wizard.ts';
import type { RoleDraft, RoleSituation } from './draft.ts';
import { roleAnswers } from './roleAnswers.ts';

const title = 'Create Role: Review';

type Choice = 'create' | 'preview' | { readonly name: string; print(plan: RolePlan): string };

/** The last step: what to do with the answers. All but Create leads back to the list. */
export function summaryQuestion(situation: RoleSituation): WizardQuestion<RoleDraft> {
  return {
    step: 'Review',
    async ask(draft, prompter): Promise<Outcome<RoleDraft>> {
      const plan = createRolePlan(roleAnswers(draft), situation.target);
      const prompted = await prompter.pick(choices(plan), { title, placeholder: summary(draft) });
      if (prompted.kind !== 'answer') return prompted;
      if (prompted.value === 'create') return { kind: 'answer', value: draft };
      if (prompted.value === 'preview') await preview(plan, situation);
      else {
        await situation.ui.copy(prompted.value.print(plan));
        void situation.ui.inform(`${plan.title}: copied as ${prompted.value.name}.`);
      }
      return { kind: 'again', value: draft };
    },
  };
}

const printed: readonly Exclude<Choice, string>[] = [
  { name: 'AWS CLI script', print: printCli },
  { name: 'CloudFormation template', print: printCloudFormation },
  { name: 'Terraform configuration', print: printTerraform },
  { name: 'CDK code', print: printCdk },
];

function choices(plan: RolePlan): readonly PickItem<Choice>[] {
  return [
    {
      label: plan.title,
      description: 'the plan is shown and confirmed first',
      icon: 'play',
      value: 'create',
    },
    { label: 'Preview Plan', icon: 'open-preview', value: 'preview' },
    ...printed.map((form) => ({
      label: `Copy as ${form.name}`,
      icon: 'copy',
      group: 'Instead of Creating It Here',
      value: form,
    })),
  ];
}

function summary({ name, permissions, source }: RoleDraft): string {
  const policies = permissions.length === 1 ? '1 policy' : `${permissions.length} policies`;
  const trust = source?.kind === 'document' ? `, trust policy of ${source.policy.name}` : '';
  return `${name}: ${policies}${trust}`;
}

async function preview(plan: RolePlan, { ui, api }: RoleSituation): Promise<void> {
  const states = await inspectPlan(plan, api, new AbortController().signal, new Date());
  await ui.show({ title: plan.title, language: 'markdown', text: previewPlan(plan, states) });
}
