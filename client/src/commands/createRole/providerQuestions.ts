import type { TrustedProvider } from '../../../../server/src/protocol.ts';
import { answered } from '../../ui/wizard.ts';
import type { RoleSituation } from './draft.ts';
import { itemsOrNote } from './itemsOrNote.ts';
import { step, type TrustQuestion, templateQuestion, title, withTemplate } from './templateQuestion.ts';

/** Of a role that tokens of an OpenID Connect provider assume. */
export function providerQuestions(
  known: readonly TrustedProvider[],
  ofAccount: RoleSituation['oidcProviders'],
): readonly TrustQuestion[] {
  return [
    providerQuestion(known, ofAccount),
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

function providerQuestion(
  known: readonly TrustedProvider[],
  ofAccount: RoleSituation['oidcProviders'],
): TrustQuestion {
  return {
    step,
    applies: ({ source }) => source?.kind === 'oidc',
    async ask(draft, prompter) {
      const chosen = draft.template.provider;
      const itemOf = (provider: TrustedProvider) => ({
        label: provider.name,
        description: provider.issuer,
        picked: provider.issuer === chosen?.issuer,
        value: provider,
      });
      const own = itemsOrNote(ofAccount(), 'Providers of the account', (arn) =>
        itemOf(providerAt(arn.replace(/^.*?:oidc-provider\//, ''), known)),
      );
      const others = known.map((provider) => ({ ...itemOf(provider), group: 'Known providers' }));
      const items = own.then((found) => {
        const issuers = found.map(({ value }) => value?.issuer);
        return [...found, ...others.filter(({ value }) => !issuers.includes(value.issuer))];
      });
      const question = { title, placeholder: 'The provider whose tokens assume the role', matchAll: true };
      const prompted = await prompter.pick(items, question);
      if (prompted.kind === 'answer' && prompted.value === undefined) return { kind: 'again', value: draft };
      return answered(prompted, (provider) =>
        provider === undefined || provider.issuer === chosen?.issuer
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

/** What is known of the provider of an issuer; of an own one no more than that its tokens have a subject. */
function providerAt(issuer: string, known: readonly TrustedProvider[]): TrustedProvider {
  return (
    known.find((provider) => provider.issuer === issuer) ?? {
      name: issuer,
      issuer,
      isTemplate: false,
      audience: null,
      subjectClaim: 'sub',
      subjectFormat: null,
      subjectExamples: [],
    }
  );
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
