import type { OpenPolicies, OpenPolicy } from '../documents/openPolicies.ts';

/** The policy a code lens stands above; undefined where the command was started elsewhere. */
export async function policyStartedOn(
  openPolicies: Pick<OpenPolicies, 'all'>,
  argument: unknown,
): Promise<OpenPolicy | undefined> {
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
