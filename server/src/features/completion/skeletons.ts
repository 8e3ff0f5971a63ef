import type { PolicyType } from '../../policy/policyType.ts';
import type { Settings } from '../../protocol.ts';
import type { Proposal } from './completionItem.ts';
import { snippetText } from './snippetText.ts';
import { type StatementSkeleton, skeletonsOfType } from './statementSkeletons.ts';

/** With braces, as members on their own, or as members on lines of their own between braces. */
export type SkeletonForm = 'object' | 'members' | 'lines';

/** Whole policy documents of a type. */
export function documentSkeletons(
  type: PolicyType,
  settings: Settings,
  form: SkeletonForm,
): readonly Proposal[] {
  return skeletonsOfType[type].map((skeleton) => {
    const statement = inForm(membersOf(skeleton, settings), 'object').replaceAll('\n', '\n\t');
    const members = `"Version": "2012-10-17",\n"Statement": [\n\t${statement}\n]`;
    return proposal(`${documentNames[type]}: ${skeleton.name}`, inForm(members, form));
  });
}

/** Whole statements for a policy of a type. */
export function statementSkeletons(
  type: PolicyType,
  settings: Settings,
  form: SkeletonForm,
): readonly Proposal[] {
  return skeletonsOfType[type].map((skeleton) =>
    proposal(`Statement: ${skeleton.name}`, inForm(membersOf(skeleton, settings), form)),
  );
}

const documentNames: Readonly<Record<PolicyType, string>> = {
  trust: 'Trust policy',
  identity: 'Permission policy',
  resource: 'Resource policy',
  scp: 'Service control policy',
  rcp: 'Resource control policy',
  boundary: 'Permissions boundary',
  session: 'Session policy',
};

function proposal(label: string, json: string): Proposal {
  return { label, kind: 'skeleton', body: { form: 'json', json: snippetText(json) } };
}

/** The account and partition of the settings take the place of the documentation's. */
function membersOf({ members }: StatementSkeleton, { account }: Settings): string {
  const text = members.join('\n').replaceAll('arn:aws:', `arn:${account.partition || 'aws'}:`);
  return account.id === '' ? text : text.replaceAll('111122223333', account.id);
}

function inForm(members: string, form: SkeletonForm): string {
  switch (form) {
    case 'members':
      return members;
    case 'lines':
      return `\n\t${members.replaceAll('\n', '\n\t')}\n`;
    case 'object':
      return `{${inForm(members, 'lines')}}`;
  }
}
