import { findPolicies } from '../syntax/findPolicies.ts';
import { mayHoldPolicy } from '../syntax/mayHoldPolicy.ts';
import type { Node } from '../syntax/node.ts';
import { parseJson } from '../syntax/parseJson.ts';
import type { SyntaxProblem } from '../syntax/syntaxProblem.ts';
import { type DetectedPolicy, detectPolicy, type TypeHints } from './detectPolicyType.ts';
import type { RaisedQuotas } from './quotas.ts';

export interface ReadOptions extends TypeHints {
  /** The document's language has comments and trailing commas, as `jsonc` has. */
  readonly commentsAllowed?: boolean;
  /** Those of the account that the policies are for. */
  readonly quotas?: RaisedQuotas;
}

/** A document that was read once and serves every feature of that version. */
export interface PolicyFile {
  readonly text: string;
  readonly root: Node | undefined;
  /** Empty for a document that holds no policy; it then gets nothing. */
  readonly policies: readonly DetectedPolicy[];
  readonly problems: readonly SyntaxProblem[];
  /** A type was chosen or configured, so that the document is meant to hold a policy. */
  readonly typeTold: boolean;
}

/**
 * Reads a text and finds its policies. Never fails. A text that cannot hold a policy is not parsed, unless its
 * type was chosen or configured: then its first object is taken as the policy.
 */
export function readDocument(text: string, options: ReadOptions = {}): PolicyFile {
  const asked = options.chosen ?? options.configured;
  if (asked === undefined && !mayHoldPolicy(text))
    return { text, root: undefined, policies: [], problems: [], typeTold: false };
  const parsed = parseJson(text);
  let located = findPolicies(parsed);
  if (located.length === 0 && asked !== undefined && parsed.root?.kind === 'object') {
    const place = { kind: 'whole document' } as const;
    located = [{ root: parsed.root, place, shape: 'document', escapes: 0, problems: [] }];
  }
  const policies = located.map((one) => detectPolicy(one, options, options.quotas));
  const problems = options.commentsAllowed
    ? parsed.problems.filter(({ kind }) => kind !== 'comment' && kind !== 'trailing comma')
    : parsed.problems;
  return { text, root: parsed.root, policies, problems, typeTold: asked !== undefined };
}
