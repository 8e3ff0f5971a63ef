import type { AllowStatement } from '../missingPermission.ts';
import type { FindingCounts } from './findingCounts.ts';

/** A row of the roles explorer, ready to be shown: texts are plain, on one line and harmless. */
export interface ExplorerNode {
  /** The same for the same thing after a refresh, so that what was open stays open. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly tooltip: string;
  /** For screen readers, in place of label and description. */
  readonly spoken: string;
  /** Name of a product icon. */
  readonly icon: string;
  /** What menus go by, such as `role` or `attachedPolicy`. */
  readonly flags: readonly string[];
  /** Undefined for a row that has none below it; those of a role are read when it is opened. */
  readonly children: readonly ExplorerNode[] | 'of the role' | undefined;
  readonly startsOpen?: true;
  /** Of the role that it is a part of: what commands started on the row are for. */
  readonly roleArn?: string;
  /** The policy that a command started on the row is for, beside the role. */
  readonly policy?: PolicyAddress;
  /** Undefined while nothing was judged. */
  readonly findings?: FindingCounts;
  /** What Enter does, beside opening the row; the policy of one that has some is opened. */
  readonly opens?: Opening;
}

/** A policy of a role. */
export type PolicyAddress =
  | { readonly kind: 'trust'; readonly roleName: string }
  | { readonly kind: 'inline'; readonly roleName: string; readonly policyName: string }
  | { readonly kind: 'managed'; readonly policyArn: string };

export type Opening =
  | { readonly kind: 'more' }
  | { readonly kind: 'sign in' }
  | { readonly kind: 'new role' }
  | { readonly kind: 'statement'; readonly statement: AllowStatement };

type Given = Pick<ExplorerNode, 'id' | 'label' | 'icon'> & Partial<ExplorerNode>;

/** A row of which only what matters is given; the rest is made of that. */
export function node({ description = '', ...given }: Given): ExplorerNode {
  const spoken = description === '' ? given.label : `${given.label}, ${description}`;
  return { description, tooltip: spoken, spoken, flags: [], children: undefined, ...given };
}
