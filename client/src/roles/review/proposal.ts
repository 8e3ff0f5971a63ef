import { code, text } from '../markdown.ts';
import type { ServiceUse } from '../reviewApi.ts';
import type { RolePolicy, RolePolicyKind } from './rolePolicies.ts';

/** A policy of a role with what is proposed in its place. */
export interface Proposal {
  readonly policy: RolePolicy;
  /** Null where nothing of the policy was used. */
  readonly text: string | null;
  readonly changes: readonly { readonly action: string; readonly becomes: readonly string[] }[];
  /** Allow statements with `NotAction`, which are left as they are. */
  readonly notActions: number;
}

/** The parameters of the server's `iamRoles/tightenPolicy` that tell what was used. */
export function usedServices(services: readonly ServiceUse[]) {
  return services.map(({ namespace, lastUsed, actions }) => ({
    service: namespace,
    used: lastUsed !== undefined,
    actions: actions.map((one) => ({ name: one.name, used: one.lastUsed !== undefined })),
  }));
}

export function hasChanges({ text: proposed, changes }: Proposal): boolean {
  return proposed === null || changes.length > 0;
}

/** What becomes of each policy, in Markdown. */
export function proposalsText(proposals: readonly Proposal[]): string {
  if (proposals.length === 0) return 'No policy could be read.';
  return proposals.map((one) => `- ${whatOf(one)}: ${outcomeOf(one)}`).join('\n');
}

/** How a person calls the policy. */
export function policyTitle({ kind, name }: RolePolicy): string {
  return `${kind === 'inline' ? 'inline policy' : `${kind} policy`} ${name}`;
}

const replacing: Readonly<Record<RolePolicyKind, string>> = {
  inline: '',
  'customer managed': ' Others may have it attached too: look before it gets a new version.',
  'AWS managed': ' AWS’s own policies cannot be changed: attach one of your own in its place.',
};

function whatOf({ policy }: Proposal): string {
  return `${policy.kind === 'inline' ? 'Inline' : policy.kind === 'AWS managed' ? 'AWS managed' : 'Customer managed'} policy ${code(policy.name)}`;
}

function outcomeOf({ policy, text: proposed, changes, notActions }: Proposal): string {
  if (proposed === null) return 'nothing that it allows was used; it can be taken off the role.';
  const left = notActions === 0 ? '' : ' Its statements with NotAction are left as they are.';
  if (changes.length === 0) return `nothing to take away.${left}`;
  const gone = changes.filter(({ becomes }) => becomes.length === 0).map(({ action }) => code(action));
  const narrowed = changes
    .filter(({ becomes }) => becomes.length > 0)
    .map(({ action, becomes }) => `${code(action)} (${becomes.length} entries in its place)`);
  const parts = [
    ...(gone.length > 0 ? [`without ${gone.join(', ')}`] : []),
    ...(narrowed.length > 0 ? [`narrower ${narrowed.join(', ')}`] : []),
  ];
  return `${parts.join('; ')}.${left}${text(replacing[policy.kind])}`;
}
