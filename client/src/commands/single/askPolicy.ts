import type { PolicyType } from '../../../../server/src/protocol.ts';
import type { OpenPolicy } from '../../documents/openPolicies.ts';
import { runWizard } from '../../ui/wizard.ts';
import { fromDocument, passChecked } from '../createRole/checkedPolicy.ts';
import { policyStartedOn } from '../policyStartedOn.ts';
import type { PlanSituation } from './planCommand.ts';

/** The kinds of policies that commands send to AWS. */
const kinds = {
  trust: { name: 'trust policy', types: ['trust'] },
  permission: { name: 'permission policy', types: ['identity', 'boundary'] },
} satisfies Record<string, { readonly name: string; readonly types: readonly PolicyType[] }>;

/**
 * An open policy that AWS takes: the one the command was started on, the one at the cursor, or one that is picked. What
 * AWS would refuse is told, and a security warning is asked about.
 */
export async function askPolicy(
  situation: PlanSituation,
  kind: keyof typeof kinds,
  title: string,
): Promise<OpenPolicy | undefined> {
  const { name, types } = kinds[kind];
  const policy = await choose(situation, name, types, title);
  if (policy === undefined) return undefined;
  const check = {
    step: 'Check',
    ask: (checked: OpenPolicy, prompter: Parameters<typeof passChecked>[4]) =>
      passChecked([fromDocument(name, policy)], checked, title, situation, prompter),
  };
  return runWizard([check], policy, situation.ui.prompter);
}

async function choose(
  { ui, openPolicies, argument }: PlanSituation,
  name: string,
  types: readonly PolicyType[],
  title: string,
): Promise<OpenPolicy | undefined> {
  const meant = (await policyStartedOn(openPolicies, argument)) ?? (await openPolicies.atCursor());
  if (meant !== undefined && types.includes(meant.type)) return meant;
  const open = (await openPolicies.all()).filter(({ type }) => types.includes(type));
  if (open.length === 0) {
    await ui.fail(`No ${name} is open. Open the document that holds it, then run the command again.`);
    return undefined;
  }
  const items = open.map((policy) => ({ label: policy.name, icon: 'json', value: policy }));
  return ui.pick(items, { title, placeholder: `The ${name}` });
}
