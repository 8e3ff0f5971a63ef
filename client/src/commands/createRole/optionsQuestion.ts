import type { InputQuestion, PickItem, Prompted } from '../../ui/ui.ts';
import { answered, type Outcome, type StepPrompter, type WizardQuestion } from '../../ui/wizard.ts';
import type { RoleDraft, RoleSituation } from './draft.ts';
import { policyItems } from './policyItems.ts';
import { parseTags, tagsComplaint, tagText } from './tagList.ts';

const title = 'Create Role: Options';

interface Option {
  readonly label: string;
  readonly icon: string;
  /** As it is now. */
  shown(draft: RoleDraft): string;
  ask(draft: RoleDraft, prompter: StepPrompter, situation: RoleSituation): Promise<Prompted<RoleDraft>>;
}

const options: readonly Option[] = [
  textOption('Description', 'note', ({ description }) => description, {
    prompt: 'Description, for whoever meets the role later',
    validate: (text) => (text.length > 1000 ? 'A description has at most 1,000 characters.' : foreign(text)),
    put: (draft, description) => ({ ...draft, description }),
  }),
  textOption('Path', 'folder', ({ path }) => path, {
    prompt: 'Path, which groups roles and is part of the ARN; / for none',
    validate: (text) =>
      /^\/([\x21-\x7e]{1,510}\/)?$/.test(text)
        ? undefined
        : 'A path begins and ends with /, such as /teams/orders/, and has no spaces.',
    put: (draft, path) => ({ ...draft, path }),
  }),
  {
    ...textOption('Longest session', 'watch', ({ maxSessionDuration }) => `${maxSessionDuration}`, {
      prompt: 'Seconds that a session may last at most, 3,600 to 43,200',
      validate: durationComplaint,
      put: (draft, text) => ({ ...draft, maxSessionDuration: Number(text) }),
    }),
    shown: ({ maxSessionDuration }) => hours(maxSessionDuration),
  },
  textOption('Tags', 'tag', ({ tags }) => tagText(tags), {
    prompt: 'Tags as key=value, with commas between them',
    placeholder: 'team=orders, stage=test',
    validate: tagsComplaint,
    put: (draft, text) => ({ ...draft, tags: parseTags(text) }),
  }),
  {
    label: 'Permissions boundary',
    icon: 'shield',
    shown: ({ permissionsBoundary }) => permissionsBoundary?.replace(/^.*?:policy\//, '') ?? '',
    async ask(draft, prompter, situation) {
      const none: PickItem<string | undefined> = {
        label: 'None',
        description: 'the policies alone decide',
        icon: 'circle-slash',
        value: undefined,
      };
      const items = policyItems(situation, (arn) => arn === draft.permissionsBoundary);
      const prompted = await prompter.pick(
        items.then((list) => [none, ...list.map((item) => ({ ...item, value: item.value?.arn }))]),
        { title, placeholder: 'The policy that limits what the role can be allowed', matchAll: true },
      );
      return answered(prompted, (permissionsBoundary) => ({ ...draft, permissionsBoundary }));
    },
  },
];

/** Step 3: what has a good default. Enter goes on; each option leads back to the list. */
export function optionsQuestion(situation: RoleSituation): WizardQuestion<RoleDraft> {
  return {
    step: 'Options',
    async ask(draft, prompter): Promise<Outcome<RoleDraft>> {
      const items = [
        { label: 'Continue', icon: 'arrow-right', value: undefined },
        ...options.map((option) => ({
          label: option.label,
          description: option.shown(draft) || 'none',
          icon: option.icon,
          group: 'Change',
          value: option,
        })),
      ];
      const prompted = await prompter.pick(items, { title, placeholder: 'Go on, or change one of these' });
      if (prompted.kind !== 'answer') return prompted;
      if (prompted.value === undefined) return { kind: 'answer', value: draft };
      const changed = await prompted.value.ask(draft, prompter, situation);
      if (changed.kind === 'dismissed') return changed;
      return { kind: 'again', value: changed.kind === 'answer' ? changed.value : draft };
    },
  };
}

function textOption(
  label: string,
  icon: string,
  shown: (draft: RoleDraft) => string,
  {
    put,
    ...question
  }: Omit<InputQuestion, 'title' | 'value'> & {
    put(draft: RoleDraft, text: string): RoleDraft;
  },
): Option {
  return {
    label,
    icon,
    shown,
    ask: async (draft, prompter) =>
      answered(await prompter.input({ ...question, title, value: shown(draft) }), (text) =>
        put(draft, text.trim()),
      ),
  };
}

function durationComplaint(text: string): ReturnType<NonNullable<InputQuestion['validate']>> {
  const seconds = Number(text);
  if (!/^\d+$/.test(text) || seconds < 3600 || seconds > 43_200)
    return 'IAM takes 3,600 to 43,200 seconds, which is 1 to 12 hours.';
  return { severity: 'information', message: hours(seconds) };
}

function hours(seconds: number): string {
  const count = Math.round(seconds / 36) / 100;
  return count === 1 ? '1 hour' : `${count} hours`;
}

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html: tab, line ends and Latin-1. */
function foreign(text: string): string | undefined {
  const wrong = /[^\t\n\r\x20-\x7e\xa1-\xff]/u.exec(text)?.[0];
  return wrong && `IAM does not take “${wrong}” in a description, only Latin letters and marks.`;
}
