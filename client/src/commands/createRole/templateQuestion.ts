import type { InputQuestion } from '../../ui/ui.ts';
import { answered, type WizardQuestion } from '../../ui/wizard.ts';
import type { RoleDraft, TrustSource, TrustTemplate } from './draft.ts';

export type TrustQuestion = WizardQuestion<RoleDraft>;

export const step = 'Trust';
export const title = 'Create Role: Who May Assume It';

type TextKey = {
  [Key in keyof TrustTemplate]: TrustTemplate[Key] extends string ? Key : never;
}[keyof TrustTemplate];

/** Asks for one text of a template. */
export function templateQuestion(
  source: TrustSource['kind'],
  key: TextKey,
  question: Omit<InputQuestion, 'title' | 'value'>,
): TrustQuestion {
  return {
    step,
    applies: (draft) => draft.source?.kind === source,
    ask: async (draft, prompter) =>
      answered(await prompter.input({ ...question, title, value: draft.template[key] }), (text) =>
        withTemplate(draft, { [key]: text.trim() }),
      ),
  };
}

export function withTemplate(draft: RoleDraft, change: Partial<TrustTemplate>): RoleDraft {
  return { ...draft, template: { ...draft.template, ...change } };
}
