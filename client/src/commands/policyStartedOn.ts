import type { OpenPolicies, OpenPolicy } from '../documents/openPolicies.ts';

/**
 * The policy a code lens stands above, or that at the cursor where an editor's menu was used; undefined where the
 * command was started elsewhere.
 */
export async function policyStartedOn(
  openPolicies: Pick<OpenPolicies, 'all' | 'atCursor'>,
  argument: unknown,
): Promise<OpenPolicy | undefined> {
  if (isUri(argument)) return openPolicies.atCursor();
  if (!isPlace(argument)) return undefined;
  const policies = (await openPolicies.all()).filter(({ uri }) => uri === argument.uri);
  return policies.find(({ range }) => range.start.line === argument.line);
}

/** What a code lens gives: a document, and the line on which the policy begins, from 0. */
export interface LensPlace {
  readonly uri: string;
  readonly line: number;
}

function isPlace(argument: unknown): argument is LensPlace {
  if (typeof argument !== 'object' || argument === null) return false;
  const { uri, line } = argument as Partial<Record<keyof LensPlace, unknown>>;
  return typeof uri === 'string' && typeof line === 'number';
}

/** Menus give the document's URI as VS Code has it. */
function isUri(argument: unknown): boolean {
  return typeof argument === 'object' && argument !== null && 'scheme' in argument && 'path' in argument;
}
