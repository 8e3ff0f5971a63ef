import type { PolicyType, Severity } from '../../../server/src/protocol.ts';

/** A policy in a document that is open in the editor. */
export interface OpenPolicy {
  readonly uri: string;
  /** Of the file, for people. */
  readonly name: string;
  readonly type: PolicyType;
  /** Its JSON alone, whatever document it stands in. */
  readonly text: string;
  readonly findings: readonly PolicyFinding[];
}

export interface PolicyFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
}

export interface OpenPolicies {
  /** The policy at the cursor of the active editor; undefined where there is none. */
  atCursor(): Promise<OpenPolicy | undefined>;
  /** Of every open document. */
  all(): Promise<readonly OpenPolicy[]>;
  /** Findings of a text that is in no document. */
  check(text: string, type: PolicyType): Promise<readonly PolicyFinding[]>;
}
