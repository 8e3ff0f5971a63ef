import type { DetectedPolicy } from '../../policy/detectPolicyType.ts';
import type { PolicyFile } from '../../policy/readDocument.ts';
import type { Span } from '../../syntax/node.ts';
import type { TextEdit } from '../../syntax/treeEdit.ts';
import type { FeatureContext } from '../featureContext.ts';

/** Kinds of code actions, below those of the Language Server Protocol. */
export type RefactorKind =
  | `refactor.rewrite.iamRoles.${string}`
  | `refactor.extract.iamRoles.${string}`
  | `source.${string}.iamRoles`;

/** A change of a document that leaves what its policies say as it is. */
export interface RefactorItem {
  readonly title: string;
  readonly kind: RefactorKind;
  /** In order and without overlap. */
  readonly edits: readonly TextEdit[];
  /** A file that takes what leaves the document; not to be written without the edits. */
  readonly newFile?: NewFile;
}

/** Stands beside the document, whose name it has with a suffix, such as `read` in `policy-read.json`. */
export interface NewFile {
  readonly suffix: string;
  readonly text: string;
}

/** What a refactoring is asked for: a policy, and the part of it that is selected or holds the cursor. */
export interface Selection {
  readonly file: PolicyFile;
  readonly detected: DetectedPolicy;
  readonly span: Span;
}

export interface Refactoring {
  readonly kind: RefactorKind;
  readonly find: (selection: Selection, context: FeatureContext) => readonly Omit<RefactorItem, 'kind'>[];
}
