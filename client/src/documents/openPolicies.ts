import type { LineRange, PolicyFinding, PolicyInDocument, PolicyType } from '../../../server/src/protocol.ts';

/** A policy in a document that is open in the editor. */
export interface OpenPolicy {
  readonly uri: string;
  /** Of the file, for people; with the line where it holds several policies. */
  readonly name: string;
  readonly type: PolicyType;
  readonly range: LineRange;
  /** Its JSON alone, whatever document it stands in. */
  readonly text: string;
  /** False where AWS cannot be sent the text: values are known to a deployment only, or still to be typed. */
  readonly complete: boolean;
  /** With ranges in the document. */
  readonly findings: readonly PolicyFinding[];
}

export interface OpenPolicies {
  /** The policy at the cursor of the active editor; undefined where there is none. */
  atCursor(): Promise<OpenPolicy | undefined>;
  /** Of every open document. */
  all(): Promise<readonly OpenPolicy[]>;
  /** Findings of a text that is in no document but of this account, with ranges in it. Throws an `Error` while no server runs. */
  check(text: string, type: PolicyType, account?: string): Promise<readonly PolicyFinding[]>;
  /** What stands in its document where a policy is; empty where the document is closed. */
  written(policy: OpenPolicy): Promise<string>;
}

/** The policies of one document with names for people. */
export function namedPolicies(uri: string, policies: readonly PolicyInDocument[]): readonly OpenPolicy[] {
  const file = decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
  return policies.map(({ type, range, text, complete, findings }) => {
    const name = policies.length === 1 ? file : `${file}:${range.start.line + 1}`;
    return { uri, name, type, range, text, complete, findings };
  });
}
