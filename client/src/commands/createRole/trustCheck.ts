import { formattedDocument } from '../../roles/sameDocument.ts';
import type { WizardQuestion } from '../../ui/wizard.ts';
import { fromDocument, fromText, type PolicyInUse, passChecked } from './checkedPolicy.ts';
import type { RoleDraft, RoleSituation } from './draft.ts';
import { title } from './templateQuestion.ts';
import { templateText } from './trustTemplates.ts';

/** Makes the trust policy of the answers, and asks only where it is doubtful. */
export function trustCheck(situation: RoleSituation): WizardQuestion<RoleDraft> {
  return {
    step: 'Trust',
    async ask(draft, prompter) {
      const policy = await trustPolicyOf(draft, situation);
      return passChecked([policy], { ...draft, trustPolicy: policy.text }, title, situation, prompter);
    },
  };
}

async function trustPolicyOf(
  { source, template }: RoleDraft,
  situation: RoleSituation,
): Promise<PolicyInUse> {
  if (source?.kind === 'document') return fromDocument('trust policy', source.policy);
  if (source?.kind === 'role') {
    const { roleName } = template;
    const text = (await situation.api.getRole(roleName))?.trustPolicy;
    if (text === undefined) throw new Error(`The role ${roleName} is gone. Choose another.`);
    return fromText(`trust policy of ${roleName}`, `${formattedDocument(text)}\n`, situation);
  }
  const text = templateText(source?.kind ?? 'service', template, situation.target);
  return fromText('trust policy of the template', text, situation);
}
