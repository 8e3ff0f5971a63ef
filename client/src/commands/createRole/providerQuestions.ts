import type { TrustedProvider } from '../../../../server/src/protocol.ts';
import { answered } from '../../ui/wizard.ts';
import { step, type TrustQuestion, templateQuestion, title, withTemplate } from './templateQuestion.ts';

/** Of a role that tokens of an OpenID Connect provider assume. */
export function providerQuestions(providers: readonly TrustedProvider[]): readonly TrustQuestion[] {
  return [
    providerQuestion(providers),
    {
      ...templateQuestion('oidc', 'issuer', {
        prompt: 'Issuer, as the provider is called in IAM, without https://',
        validate: (text) =>
          /^[a-z0-9.-]+\.[a-z]{2,}(:\d+)?(\/[\w./~-]*)?$/.test(text)
            ? undefined
            : 'An issuer is a host name and maybe a path; fill in the words in capitals.',
      }),
      applies: ({ source, template }) => source?.kind === 'oidc' && (template.provider?.isTemplate ?? true),
    },
    templateQuestion('oidc', 'audience', {
      prompt: 'Audience (aud) of the tokens',
      validate: (text) => (text === '' ? 'Without an audience, tokens for others would do too.' : undefined),
    }),
    subjectQuestion,
  ];
}

function providerQuestion(providers: readonly TrustedProvider[]): TrustQuestion {
  return {
    step,
    applies: ({ source }) => source?.kind === 'oidc',
    async ask(draft, prompter) {
      const items = providers.map((provider) => ({
        label: provider.name,
        description: provider.issuer,
        picked: provider.name === draft.template.provider?.name,
        value: provider,
      }));
      const question = { title, placeholder: 'The provider whose tokens assume the role', matchAll: true };
      return answered(await prompter.pick(items, question), (provider) =>
        provider.name === draft.template.provider?.name
          ? draft
          : withTemplate(draft, {
              provider,
              issuer: provider.issuer,
              audience: provider.audience ?? '',
              subject: '',
            }),
      );
    },
  };
}

const subjectQuestion: TrustQuestion = {
  step,
  applies: ({ source, template }) => source?.kind === 'oidc' && template.provider?.subjectClaim !== 'aud',
  async ask(draft, prompter) {
    const { subject, provider } = draft.template;
    const prompted = await prompter.input({
      title,
      prompt: `Subject (${provider?.subjectClaim ?? 'sub'}) that may assume the role; * stands for any characters`,
      placeholder: provider?.subjectExamples[0] ?? provider?.subjectFormat ?? '',
      value: subject,
      validate: (text) =>
        /[^*?:/]/.test(text) ? undefined : 'Say who is meant: everyone with an account there gets tokens.',
    });
    return answered(prompted, (text) => withTemplate(draft, { subject: text }));
  },
};
