import type { Settings } from '../../protocol.ts';
import { arnText } from './arnPlaceholders.ts';
import { type Proposal, textBody } from './completionItem.ts';
import type { StatementSite } from './site.ts';
import { filledText } from './snippetText.ts';

const shapes: readonly (readonly [arn: string, detail: string])[] = [
  ['arn:${Partition}:iam::${Account}:root', 'an account: whoever its own policies allow'],
  ['arn:${Partition}:iam::${Account}:role/${RoleName}', 'a role'],
  ['arn:${Partition}:iam::${Account}:user/${UserName}', 'a user'],
  ['arn:${Partition}:sts::${Account}:assumed-role/${RoleName}/${SessionName}', 'a session of a role'],
];

/** Shapes of the ARNs of accounts, roles, users and sessions, and the accounts the settings name. */
export function awsPrincipals({ settings, type }: StatementSite): readonly Proposal[] {
  const { trustedAccounts, account } = settings;
  const known = trustedAccounts
    .filter((id) => id !== account.id)
    .map((id) => accountProposal(id, account.partition));
  const everyone: Proposal = { label: '*', kind: 'principal', detail: 'everyone', body: textBody('*') };
  return [...arnShapes(settings), ...known, ...(type === 'trust' ? [] : [everyone])];
}

/** ARNs of accounts, roles, users and sessions with their parts to be filled in. */
export function arnShapes(settings: Settings): readonly Proposal[] {
  return shapes.map(([arn, detail]) => {
    const text = arnText(arn, settings);
    const label = filledText(text);
    const doc = { kind: 'principal', type: 'AWS', text: label } as const;
    return { label, kind: 'principal', detail, body: { form: 'text', text }, doc };
  });
}

function accountProposal(id: string, partition: string): Proposal {
  const text = `arn:${partition || 'aws'}:iam::${id}:root`;
  return {
    label: text,
    kind: 'principal',
    detail: 'a trusted account',
    body: textBody(text),
    doc: { kind: 'principal', type: 'AWS', text },
  };
}
