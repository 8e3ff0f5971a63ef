import { countAllowedActions } from '../access/allowedActions.ts';
import type { PolicyDocument } from '../policy/model.ts';
import { managedPolicyQuota, policySize } from '../policy/policySize.ts';
import type { PolicyFile } from '../policy/readDocument.ts';
import type { Span } from '../syntax/node.ts';
import type { FeatureContext } from './featureContext.ts';

export interface CodeLensItem extends Span {
  readonly title: string;
}

/** Above each policy its size against the quota of its type, and how many actions it allows. */
export function codeLenses(file: PolicyFile, context: FeatureContext): CodeLensItem[] {
  if (!context.settings.codeLens.enable) return [];
  return file.policies.flatMap(({ policy }) => {
    const { start } = policy.node;
    const titles = [sizeTitle(policy), actionsTitle(policy, context)].filter((title) => title !== undefined);
    return titles.map((title) => ({ start, end: start + 1, title }));
  });
}

function sizeTitle(policy: PolicyDocument): string | undefined {
  const size = policySize(policy);
  if (size === undefined) return undefined;
  const written = `${number(size.characters)} of ${number(size.quota)} characters`;
  if (policy.kind.type !== 'identity') return written;
  return `${number(size.characters)} of ${number(managedPolicyQuota)} characters (managed), ${number(size.quota)} (inline in a role)`;
}

function actionsTitle(policy: PolicyDocument, { catalog }: FeatureContext): string | undefined {
  if (policy.kind.type === 'trust') return undefined;
  const allowed = countAllowedActions(policy, catalog);
  return allowed === 1 ? '1 action allowed' : `${number(allowed)} actions allowed`;
}

function number(value: number): string {
  return value.toLocaleString('en');
}
