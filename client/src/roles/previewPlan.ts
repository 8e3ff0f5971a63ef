import { describeStep } from './describeStep.ts';
import { lineDiff } from './lineDiff.ts';
import { block, text } from './markdown.ts';
import { policyArn, type RolePlan, type Step } from './plan.ts';
import { printCli } from './print/printCli.ts';
import { withoutHidden } from './print/visible.ts';
import { requiredPermissions } from './requiredPermissions.ts';
import { formattedDocument } from './sameDocument.ts';
import { type Difference, pending, type StepState } from './stepState.ts';

/** The whole plan as Markdown, before anything happens. Whatever texts the plan holds, they are shown and not obeyed. */
export function previewPlan(plan: RolePlan, states: readonly StepState[]): string {
  const { account, partition, region } = plan.target;
  const steps = plan.steps.map((step, index) => ({ step, state: states[index] ?? pending }));
  const permissions = JSON.stringify(requiredPermissions(plan, states), undefined, 2);
  const parts = [
    `# ${text(plan.title)}`,
    `In account ${text(account)}, partition ${text(partition)}, Region ${text(region)} for Amazon EC2. Nothing is done before you confirm it.`,
    summary(steps.map(({ state }) => state)),
    '## Steps',
    ...steps.map(({ step, state }, index) => stepText(index + 1, step, state, plan)),
    '## Permissions needed',
    'The policy that allows what this plan asks of AWS, and no more:',
    visibleBlock(permissions, 'json'),
    `<details>\n<summary>The same plan as an AWS CLI script</summary>\n\n${visibleBlock(printCli(plan).trimEnd(), 'sh')}\n\n</details>`,
  ];
  return `${parts.join('\n\n')}\n`;
}

const words: Readonly<Record<StepState['kind'], string>> = {
  pending: 'to do',
  differs: 'to change',
  equal: 'already so',
  blocked: 'not possible',
};

function summary(states: readonly StepState[]): string {
  const kinds: readonly StepState['kind'][] = ['blocked', 'pending', 'differs', 'equal'];
  const counts = kinds.map((kind) => ({ kind, count: states.filter((state) => state.kind === kind).length }));
  return counts
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `**${count} ${words[kind]}**`)
    .join(', ');
}

function stepText(number: number, step: Step, state: StepState, plan: RolePlan): string {
  const heading = `### ${number}\\. ${text(describeStep(step))} — ${words[state.kind]}`;
  return [heading, ...bodyOf(step, state, plan)].join('\n\n');
}

function bodyOf(step: Step, state: StepState, plan: RolePlan): readonly string[] {
  switch (state.kind) {
    case 'equal':
      return [];
    case 'blocked':
      return [`**Not possible:** ${text(state.reason)}`];
    case 'pending':
      return [...settingsOf(step, plan), ...documentsOf(step)];
    case 'differs':
      return [
        ...state.differences.map(differenceText),
        ...(state.steps.length > 1
          ? [state.steps.map((one) => `- ${text(describeStep(one))}`).join('\n')]
          : []),
      ];
  }
}

function differenceText({ what, live, wanted }: Difference): string {
  const diff = lineDiff(formattedDocument(live), formattedDocument(wanted));
  return `The ${text(what)} changes:\n\n${visibleBlock(diff, 'diff')}`;
}

/** Settings by the names that a reader knows; those that are not here stand in the step's sentence. */
const settings: readonly {
  readonly name: string;
  readonly value: (step: Step, plan: RolePlan) => string | undefined;
}[] = [
  { name: 'Path', value: (step) => ('path' in step ? step.path : undefined) },
  { name: 'Description', value: (step) => ('description' in step ? step.description : undefined) },
  {
    name: 'Maximum session duration',
    value: (step) => ('maxSessionDuration' in step ? `${step.maxSessionDuration} seconds` : undefined),
  },
  {
    name: 'Permissions boundary',
    value: (step, plan) =>
      step.kind === 'createRole' && step.permissionsBoundary
        ? policyArn(step.permissionsBoundary, plan)
        : undefined,
  },
  {
    name: 'Tags',
    value: (step) =>
      'tags' in step
        ? Object.entries(step.tags)
            .map(([key, value]) => `${key} = ${value}`)
            .join(', ')
        : undefined,
  },
  {
    name: 'Policy',
    value: (step, plan) => (step.kind === 'attachRolePolicy' ? policyArn(step.policy, plan) : undefined),
  },
];

function settingsOf(step: Step, plan: RolePlan): readonly string[] {
  const lines = settings.flatMap(({ name, value }) => {
    const setting = value(step, plan);
    return setting === undefined || setting === '' ? [] : [`- ${name}: ${text(setting)}`];
  });
  return lines.length === 0 ? [] : [lines.join('\n')];
}

function documentsOf(step: Step): readonly string[] {
  const documents: readonly (readonly [string, string])[] = [
    ...('trustPolicy' in step ? [['Trust policy', step.trustPolicy] as const] : []),
    ...('document' in step ? [['Policy document', step.document] as const] : []),
  ];
  return documents.map(
    ([title, document]) => `${title}:\n\n${visibleBlock(formattedDocument(document), 'json')}`,
  );
}

/** What would not be seen is written as escapes of JSON. */
function visibleBlock(content: string, language: string): string {
  return block(withoutHidden(content), language);
}
