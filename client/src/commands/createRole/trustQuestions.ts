import type { TrustedService } from '../../../../server/src/protocol.ts';
import type { InputQuestion } from '../../ui/ui.ts';
import { answered } from '../../ui/wizard.ts';
import type { RoleDraft, RoleSituation } from './draft.ts';
import { itemsOrNote } from './itemsOrNote.ts';
import { providerQuestions } from './providerQuestions.ts';
import { samlQuestions } from './samlQuestions.ts';
import { sourceQuestion } from './sourceQuestion.ts';
import { step, type TrustQuestion, templateQuestion, title, withTemplate } from './templateQuestion.ts';

/** Step 1: whom the role trusts. Where the policy comes from is not asked when the command began on one. */
export function trustQuestions(situation: RoleSituation, { source }: RoleDraft): readonly TrustQuestion[] {
  const { catalog } = situation;
  return [
    ...(source === undefined ? [sourceQuestion(situation)] : []),
    serviceQuestion(catalog.servicePrincipals),
    templateQuestion('account', 'accountId', {
      prompt: 'Id of the account whose users and roles may assume the role',
      placeholder: '12 digits',
      validate: (text) => (/^\d{12}$/.test(text) ? undefined : 'An AWS account id has 12 digits.'),
    }),
    templateQuestion('account', 'externalId', {
      prompt: 'External ID that the other account must send; empty for none',
      placeholder: 'Agreed with whoever owns the other account',
      validate: externalIdComplaint,
    }),
    mfaQuestion,
    ...samlQuestions(situation.samlProviders),
    ...providerQuestions(catalog.oidcProviders, situation.oidcProviders),
    roleQuestion(situation),
  ];
}

function serviceQuestion(services: readonly TrustedService[]): TrustQuestion {
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

const mfaQuestion: TrustQuestion = {
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

function roleQuestion({ roles }: RoleSituation): TrustQuestion {
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
