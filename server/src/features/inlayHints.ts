import { expandAction } from '../access/expandAction.ts';
import type { PolicyFile } from '../policy/readDocument.ts';
import { hasWildcard } from '../policy/wildcard.ts';
import { literalOf, type Span } from '../syntax/node.ts';
import type { FeatureContext } from './featureContext.ts';

export interface InlayHintItem {
  readonly offset: number;
  readonly label: string;
  readonly tooltip: string;
}

/** Behind each action with a wildcard, the number of actions it matches. Off unless the setting says so. */
export function inlayHints(
  file: PolicyFile,
  visible: Span,
  { catalog, settings }: FeatureContext,
): InlayHintItem[] {
  if (!settings.inlayHints.wildcardActions) return [];
  const entries = file.policies.flatMap(({ policy }) =>
    policy.statements.flatMap(({ action }) => action?.entries ?? []),
  );
  return entries.flatMap((node) => {
    const text = literalOf(node);
    if (text === undefined || !hasWildcard(text) || node.end < visible.start || node.start > visible.end)
      return [];
    const number = text === '*' ? catalog.counts.actions : expandAction(catalog, text).length;
    const label = number === 1 ? '1 action' : `${number.toLocaleString('en')} actions`;
    return [{ offset: node.end, label, tooltip: `${text} matches ${label} that AWS documents.` }];
  });
}
