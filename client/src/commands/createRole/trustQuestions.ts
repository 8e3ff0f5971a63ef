import type { TrustedProvider, TrustedService } from '../../../../server/src/protocol.ts';
import type { OpenPolicy } from '../../documents/openPolicies.ts';
import type { InputQuestion, PickItem } from '../../ui/ui.ts';
import { answered, type WizardQuestion } from '../../ui/wizard.ts';
import type { RoleDraft, RoleSituation, TrustSource, TrustTemplate } from './draft.ts';
import { itemsOrNote } from './itemsOrNote.ts';

type Question = WizardQuestion<RoleDraft>;

const step = 'Trust';
export const title = 'Create Role: Who May Assume It';

/** Step 1: whom the role trusts. Where the policy comes from is not asked when the command began on one. */
export function trustQuestions(situation: RoleSituation, { source }: RoleDraft): readonly Question[] {
  const { catalog } = situation;
  return [
    ...(source === undefined ? [sourceQuestion(situation)] : []),
    serviceQuestion(catalog.servicePrincipals),
    inputQuestion('account', 'accountId', {
      prompt: 'Id of the account whose users and roles may assume the role',
      placeholder: '12 digits',
      validate: (text) => (/^\d{12}$/.test(text) ? undefined : 'An AWS account id has 12 digits.'),
    }),
    inputQuestion('account', 'externalId', {
      prompt: 'External ID that the other account must send; empty for none',
      placeholder: 'Agreed with whoever owns the other account',
      validate: externalIdComplaint,
    }),
    mfaQuestion,
    inputQuestion('saml', 'samlProvider', {
      prompt: 'Name or ARN of the SAML provider in IAM',
      placeholder: 'ExampleProvider',
      validate: (text) =>
        /^(arn:[\w-]+:iam::\d{12}:saml-provider\/)?[\w.-]{1,128}$/.test(text)
          ? undefined
          : 'A SAML provider has a name of letters, digits, dots, hyphens and underscores.',
    }),
    providerQuestion(catalog.oidcProviders),
    {
      ...inputQuestion('oidc', 'issuer', {
        prompt: 'Issuer, as the provider is called in IAM, without https://',
        validate: (text) =>
          /^[a-z0-9.-]+\.[a-z]{2,}(:\d+)?(\/[\w./~-]*)?$/.test(text)
            ? undefined
            : 'An issuer is a host name and maybe a path; fill in the words in capitals.',
      }),
      applies: ({ source, template }) => source?.kind === 'oidc' && (template.provider?.isTemplate ?? true),
    },
    inputQuestion('oidc', 'audience', {
      prompt: 'Audience (aud) of the tokens',
      validate: (text) => (text === '' ? 'Without an audience, tokens for others would do too.' : undefined),
    }),
    subjectQuestion,
    roleQuestion(situation),
  ];
}

const templates: readonly PickItem<TrustSource>[] = [
  {
    label: 'AWS service',
    description: 'such as Amazon EC2 or AWS Lambda',
    icon: 'server-process',
    value: { kind: 'service' },
  },
  {
    label: 'Another AWS account',
    description: 'with External ID and MFA if wanted',
    icon: 'organization',
    value: { kind: 'account' },
  },
  {
    label: 'This AWS account',
    description: 'its users and roles',
    icon: 'home',
    value: { kind: 'ownAccount' },
  },
  {
    label: 'OpenID Connect provider',
    description: 'such as GitHub Actions',
    icon: 'globe',
    value: { kind: 'oidc' },
  },
  {
    label: 'SAML provider',
    description: 'for people who sign in elsewhere',
    icon: 'key',
    value: { kind: 'saml' },
  },
];

function sourceQuestion({ openPolicies }: RoleSituation): Question {
  return {
    step,
    async ask(draft, prompter) {
      const items = sourceItems(await openPolicies.all(), await openPolicies.atCursor(), draft.source);
      const question = { title, placeholder: 'Take the trust policy from', matchAll: true };
      return answered(await prompter.pick(items, question), (source) => ({ ...draft, source }));
    },
  };
}

function sourceItems(
  open: readonly OpenPolicy[],
  atCursor: OpenPolicy | undefined,
  chosen: TrustSource | undefined,
): readonly PickItem<TrustSource>[] {
  const trust = open.filter(({ type }) => type === 'trust');
  const isAtCursor = (one: OpenPolicy) =>
    one.uri === atCursor?.uri && one.range.start.line === atCursor.range.start.line;
  const documents = trust
    .toSorted((one, other) => Number(isAtCursor(other)) - Number(isAtCursor(one)))
    .map((policy) => ({
      label: policy.name,
      description: isAtCursor(policy) ? 'trust policy in the active editor' : 'trust policy',
      icon: 'json',
      group: 'Open Documents',
      picked: chosen?.kind === 'document' && chosen.policy.uri === policy.uri,
      value: { kind: 'document', policy } as const,
    }));
  return [
    ...documents,
    ...templates.map((one) => ({
      ...one,
      group: 'Templates',
      picked: one.value.kind === chosen?.kind,
    })),
    {
      label: 'An existing role',
      description: 'with the same trust policy',
      icon: 'copy',
      group: 'Roles',
      picked: chosen?.kind === 'role',
      value: { kind: 'role' },
    },
  ];
}

function serviceQuestion(services: readonly TrustedService[]): Question {
  const applies = ({ source }: RoleDraft) => source?.kind === 'service';
  return {
    step,
    applies,
    async ask(draft, prompter) {
      const items = services.map((service) => ({
        label: service.service,
        description: service.principal,
        ...(service.use !== null && { detail: service.use }),
        picked: service.principal === draft.template.service?.principal,
        value: service,
      }));
      const question = { title, placeholder: 'The service that assumes the role', matchAll: true };
      return answered(await prompter.pick(items, question), (service) => withTemplate(draft, { service }));
    },
  };
}

const mfaQuestion: Question = {
  step,
  applies: ({ source }) => source?.kind === 'account' || source?.kind === 'ownAccount',
  async ask(draft, prompter) {
    const items = [
      { label: 'Without MFA', value: false, picked: !draft.template.mfa },
      {
        label: 'Only with MFA',
        description: 'for people; programs have no MFA device',
        value: true,
        picked: draft.template.mfa,
      },
    ];
    const question = { title, placeholder: 'Whether the caller must have signed in with MFA' };
    return answered(await prompter.pick(items, question), (mfa) => withTemplate(draft, { mfa }));
  },
};

function providerQuestion(providers: readonly TrustedProvider[]): Question {
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

const subjectQuestion: Question = {
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

function roleQuestion({ roles }: RoleSituation): Question {
  return {
    step,
    applies: ({ source }) => source?.kind === 'role',
    async ask(draft, prompter) {
      const items = itemsOrNote(roles(), 'Roles', (role) => ({
        label: role.name,
        description: role.path === '/' ? '' : role.path,
        detail: role.description,
        picked: role.name === draft.template.roleName,
        value: role.name,
      }));
      const question = { title, placeholder: 'The role whose trust policy is taken', matchAll: true };
      const prompted = await prompter.pick(items, question);
      if (prompted.kind === 'answer' && prompted.value === undefined) return { kind: 'again', value: draft };
      return answered(prompted, (roleName = '') => withTemplate(draft, { roleName }));
    },
  };
}

type TextKey = {
  [Key in keyof TrustTemplate]: TrustTemplate[Key] extends string ? Key : never;
}[keyof TrustTemplate];

function inputQuestion(
  source: TrustSource['kind'],
  key: TextKey,
  question: Omit<InputQuestion, 'title' | 'value'>,
): Question {
  return {
    step,
    applies: (draft) => draft.source?.kind === source,
    ask: async (draft, prompter) =>
      answered(await prompter.input({ ...question, title, value: draft.template[key] }), (text) =>
        withTemplate(draft, { [key]: text.trim() }),
      ),
  };
}

function withTemplate(draft: RoleDraft, change: Partial<TrustTemplate>): RoleDraft {
  return { ...draft, template: { ...draft.template, ...change } };
}

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html: 2 to 1,224 characters. */
function externalIdComplaint(text: string): ReturnType<NonNullable<InputQuestion['validate']>> {
  if (text === '')
    return {
      severity: 'warning',
      message: 'Without one, others whom that account serves could make it act on your role.',
    };
  return /^[\w+=,.@:/-]{2,1224}$/.test(text)
    ? undefined
    : 'An External ID has 2 to 1,224 letters, digits and + = , . @ : / - _.';
}
