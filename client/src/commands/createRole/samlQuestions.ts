import { answered } from '../../ui/wizard.ts';
import type { RoleSituation } from './draft.ts';
import { itemsOrNote } from './itemsOrNote.ts';
import { step, type TrustQuestion, templateQuestion, title, withTemplate } from './templateQuestion.ts';

/** In the place of an ARN, for a provider that is not listed. */
const another = '';

/** Of a role that responses of a SAML provider assume: one of the account's, or one by its name. */
export function samlQuestions(providers: RoleSituation['samlProviders']): readonly TrustQuestion[] {
  return [
    {
      step,
      applies: ({ source }) => source?.kind === 'saml',
      async ask(draft, prompter) {
        const { samlProvider, samlIsTyped } = draft.template;
        const listed = itemsOrNote(providers(), 'SAML providers of the account', (arn) => ({
          label: arn.replace(/^.*\//, ''),
          picked: !samlIsTyped && arn === samlProvider,
          value: arn,
        }));
        const typed = {
          label: 'Another SAML provider…',
          description: 'by its name or ARN',
          picked: samlIsTyped,
          value: another,
        };
        const items = listed.then((found) => [...found, typed]);
        const question = { title, placeholder: 'The provider whose responses assume the role' };
        const prompted = await prompter.pick(items, question);
        if (prompted.kind === 'answer' && prompted.value === undefined)
          return { kind: 'again', value: draft };
        return answered(prompted, (chosen = another) =>
          chosen === another
            ? withTemplate(draft, { samlProvider: samlIsTyped ? samlProvider : '', samlIsTyped: true })
            : withTemplate(draft, { samlProvider: chosen, samlIsTyped: false }),
        );
      },
    },
    {
      ...templateQuestion('saml', 'samlProvider', {
        prompt: 'Name or ARN of the SAML provider in IAM',
        placeholder: 'ExampleProvider',
        validate: (text) =>
          /^(arn:[\w-]+:iam::\d{12}:saml-provider\/)?[\w.-]{1,128}$/.test(text)
            ? undefined
            : 'A SAML provider has a name of letters, digits, dots, hyphens and underscores.',
      }),
      applies: ({ source, template }) => source?.kind === 'saml' && template.samlIsTyped,
    },
  ];
}
