import { answered, type WizardQuestion } from '../../ui/wizard.ts';
import type { RoleDraft, RoleSituation } from './draft.ts';
import { itemsOrNote } from './itemsOrNote.ts';

const step = 'Instance Profile';
const title = 'Create Role: Instance Profile';

/** Step 5, for roles that Amazon EC2 may assume: what hands the role to an instance. */
export function instanceProfileQuestions(situation: RoleSituation): readonly WizardQuestion<RoleDraft>[] {
  return [profileQuestion, instanceQuestion(situation)];
}

const profileQuestion: WizardQuestion<RoleDraft> = {
  step,
  applies: trustsEc2,
  async ask(draft, prompter) {
    const items = [
      {
        label: 'Create an instance profile',
        description: `called ${draft.name}, as the console does`,
        icon: 'vm',
        picked: draft.withInstanceProfile,
        value: true,
      },
      { label: 'Without one', icon: 'circle-slash', picked: !draft.withInstanceProfile, value: false },
    ];
    const question = { title, placeholder: 'EC2 instances get the role through an instance profile' };
    return answered(await prompter.pick(items, question), (withInstanceProfile) => ({
      ...draft,
      withInstanceProfile,
    }));
  },
};

function instanceQuestion({ instances, target }: RoleSituation): WizardQuestion<RoleDraft> {
  return {
    step,
    applies: (draft) => trustsEc2(draft) && draft.withInstanceProfile,
    async ask(draft, prompter) {
      const running = instances().then((list) => list.filter(({ state }) => usable.includes(state)));
      const items = itemsOrNote(
        running,
        `Instances in ${target.region}`,
        ({ id, name, state, instanceProfileArn }) => ({
          label: name ?? id,
          description: [name && id, state].filter(Boolean).join(', '),
          detail:
            instanceProfileArn === undefined
              ? 'has no instance profile'
              : `its instance profile ${instanceProfileArn.replace(/^.*\//, '')} is replaced`,
          icon: 'vm-running',
          picked: id === draft.instanceId,
          value: id,
        }),
      );
      const none = { label: 'No instance now', icon: 'arrow-right', value: undefined };
      const prompted = await prompter.pick(
        items.then((list) => [none, ...list]),
        { title, placeholder: 'The instance that gets the role at once', matchAll: true },
      );
      return answered(prompted, (instanceId) => ({ ...draft, instanceId }));
    },
  };
}

/** In which an association can be made. */
const usable = ['running', 'stopped', 'pending', 'stopping'];

/** Whether a trust policy lets Amazon EC2 assume the role. */
export function trustsEc2({ trustPolicy }: Pick<RoleDraft, 'trustPolicy'>): boolean {
  return /"ec2\.amazonaws\.com(\.cn)?"/.test(trustPolicy);
}
