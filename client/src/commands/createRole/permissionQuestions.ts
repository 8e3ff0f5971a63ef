import type { OpenPolicy } from '../../documents/openPolicies.ts';
import type { PickItem } from '../../ui/ui.ts';
import { answered, type Outcome, type StepPrompter, type WizardQuestion } from '../../ui/wizard.ts';
import { fromDocument, passChecked } from './checkedPolicy.ts';
import { choiceKey, type PermissionChoice, type RoleDraft, type RoleSituation } from './draft.ts';
import { policyItems } from './policyItems.ts';
import { nameComplaint } from './roleName.ts';
import { policyNameOf } from './suggestedName.ts';

const step = 'Permissions';
const title = 'Create Role: Permissions';

/** Step 4: what the role is allowed. */
export function permissionQuestions(situation: RoleSituation): readonly WizardQuestion<RoleDraft>[] {
  return [chooseQuestion(situation), checkQuestion(situation), namesQuestion(situation)];
}

function chooseQuestion(situation: RoleSituation): WizardQuestion<RoleDraft> {
  return {
    step,
    async ask(draft, prompter) {
      const prompted = await prompter.pickMany(items(situation, draft), {
        title,
        placeholder: 'Policies of the role; none is a choice too',
        matchAll: true,
      });
      return answered(prompted, (permissions) => ({
        ...draft,
        permissions: permissions.filter((choice) => choice !== undefined),
      }));
    },
  };
}

async function items(
  situation: RoleSituation,
  draft: RoleDraft,
): Promise<readonly PickItem<PermissionChoice | undefined>[]> {
  const chosen = new Set(draft.permissions.map(choiceKey));
  const open = (await situation.openPolicies.all()).filter(({ type }) => type === 'identity');
  const often = situation.catalog.servicePrincipals
    .filter(({ principal }) => draft.trustPolicy.includes(`"${principal}"`))
    .flatMap(({ managedPolicies }) => managedPolicies);
  const managed = await policyItems(situation, (arn) => chosen.has(arn), often);
  return [
    ...open.flatMap((policy) => documentItems(policy, chosen)),
    ...managed.map((item) => ({
      ...item,
      value: item.value && { kind: 'attached' as const, ...item.value },
    })),
  ];
}

function documentItems(
  policy: OpenPolicy,
  chosen: ReadonlySet<string>,
): readonly PickItem<PermissionChoice>[] {
  const kinds = [
    ['inline', 'as inline policy of the role', 'symbol-key'],
    ['managed', 'as new customer managed policy', 'new-file'],
  ] as const;
  return kinds.map(([kind, description, icon]) => ({
    label: policy.name,
    description,
    icon,
    group: 'Open Documents',
    picked: chosen.has(choiceKey({ kind, policy })),
    value: { kind, policy },
  }));
}

function checkQuestion(situation: RoleSituation): WizardQuestion<RoleDraft> {
  return {
    step,
    applies: ({ permissions }) => newPolicies(permissions).length > 0,
    ask: (draft, prompter) =>
      passChecked(
        newPolicies(draft.permissions).map(({ policy }) => fromDocument('permission policy', policy)),
        draft,
        title,
        situation,
        prompter,
      ),
  };
}

/** One name after the other; Back leads to the one before. */
function namesQuestion(situation: RoleSituation): WizardQuestion<RoleDraft> {
  return {
    step,
    applies: ({ permissions }) => newPolicies(permissions).length > 0,
    async ask(draft, prompter): Promise<Outcome<RoleDraft>> {
      const choices = newPolicies(draft.permissions);
      let named = draft;
      for (let index = 0; index < choices.length; ) {
        const choice = choices[index];
        if (choice === undefined) break;
        const prompted = await askName(choice, named, situation, prompter);
        if (prompted.kind === 'dismissed' || (prompted.kind === 'back' && index === 0)) return prompted;
        if (prompted.kind === 'answer') named = prompted.value;
        index += prompted.kind === 'answer' ? 1 : -1;
      }
      return { kind: 'answer', value: named };
    },
  };
}

async function askName(
  choice: NewPolicy,
  draft: RoleDraft,
  { policies }: RoleSituation,
  prompter: StepPrompter,
) {
  const key = choiceKey(choice);
  const inline = choice.kind === 'inline';
  const others = newPolicies(draft.permissions)
    .filter((other) => choiceKey(other) !== key && other.kind === choice.kind)
    .map((other) => draft.policyNames[choiceKey(other)]);
  const prompted = await prompter.input({
    title,
    prompt: `Name of the ${inline ? 'inline policy' : 'new managed policy'} from ${choice.policy.name}`,
    value: draft.policyNames[key] ?? policyNameOf(choice.policy.name, `${draft.name}-permissions`),
    async validate(text) {
      const form = nameComplaint(text, 'policy', 128);
      if (form !== undefined) return form;
      const same = (name: string | undefined) => name?.toLowerCase() === text.toLowerCase();
      if (others.some(same)) return 'Another of these policies has this name already.';
      if (inline || !(await policies()).some(({ name }) => same(name))) return undefined;
      return {
        severity: 'warning',
        message: `There is a policy ${text} already. Going on uses it if it is the same.`,
      };
    },
  });
  return answered(prompted, (name) => ({ ...draft, policyNames: { ...draft.policyNames, [key]: name } }));
}

type NewPolicy = Extract<PermissionChoice, { readonly policy: OpenPolicy }>;

function newPolicies(choices: readonly PermissionChoice[]): readonly NewPolicy[] {
  return choices.filter((choice) => choice.kind !== 'attached');
}
