import { answered, type WizardQuestion } from '../../ui/wizard.ts';
import type { RoleDraft, RoleSituation } from './draft.ts';
import { nameComplaint, roleNameComplaint } from './roleName.ts';

/** Step 2: the role's name, which is compared with those there are while it is typed. */
export function nameQuestion({ api, roles }: RoleSituation): WizardQuestion<RoleDraft> {
  const existing = async (name: string): Promise<readonly string[]> => {
    try {
      return (await roles()).map((role) => role.name);
    } catch {
      // Some may read a role that they name, but list none.
      const role = await api.getRole(name);
      return role === undefined ? [] : [role.name];
    }
  };
  return {
    step: 'Name',
    async ask(draft, prompter) {
      const prompted = await prompter.input({
        title: 'Create Role: Name',
        prompt: 'Name of the role',
        placeholder: 'such as orders-reader',
        value: draft.name,
        validate: async (text) =>
          nameComplaint(text, 'role', 64) ?? roleNameComplaint(text, await existing(text)),
      });
      return answered(prompted, (name) => ({ ...draft, name }));
    },
  };
}
