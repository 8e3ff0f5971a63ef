import type { PrincipalType } from '../../policy/model.ts';
import type { ElementName } from '../../policy/shape/shapeProblem.ts';
import type { Span } from '../../syntax/node.ts';
import type { Insert, SnippetText } from './snippetText.ts';

export type ItemKind =
  | 'element'
  | 'value'
  | 'service'
  | 'action'
  | 'wildcard'
  | 'resource'
  | 'operator'
  | 'conditionKey'
  | 'principal'
  | 'region'
  | 'managedPolicy'
  | 'variable'
  | 'skeleton';

/** What `documentationOf` tells about an item: small, and JSON as it is. */
export type DocKey =
  | { readonly kind: 'element'; readonly name: ElementName }
  /** An action or a wildcard, as a policy spells it. */
  | { readonly kind: 'action'; readonly text: string }
  | { readonly kind: 'service'; readonly prefix: string }
  | { readonly kind: 'resourceType'; readonly prefix: string; readonly name: string }
  | { readonly kind: 'operator'; readonly name: string }
  | { readonly kind: 'conditionKey'; readonly key: string }
  | { readonly kind: 'principalType'; readonly name: PrincipalType }
  | { readonly kind: 'principal'; readonly type: PrincipalType; readonly text: string }
  | { readonly kind: 'provider'; readonly issuer: string }
  | { readonly kind: 'version'; readonly text: string }
  | { readonly kind: 'region'; readonly code: string }
  | { readonly kind: 'managedPolicy'; readonly name: string }
  | { readonly kind: 'variable'; readonly name: string };

export interface CompletionItem {
  readonly label: string;
  readonly kind: ItemKind;
  readonly detail?: string | undefined;
  readonly insert: Insert;
  /** What the text takes the place of: a whole word, what stands between the quotes, or nothing yet. */
  readonly replace: Span;
  /** Offsets outside of `replace` at which a missing comma is put as well. */
  readonly commas: readonly number[];
  readonly sortText: string;
  /** What the text between the start of `replace` and the cursor is compared with. */
  readonly filterText: string;
  /** Ask for completion again once inserted: the cursor then stands where more is known. */
  readonly retrigger: boolean;
  /** Undefined where nothing is known beyond the detail. */
  readonly doc: DocKey | undefined;
}

export interface CompletionList {
  readonly items: readonly CompletionItem[];
  /** Typing more can bring up items that are not in the list. */
  readonly incomplete: boolean;
}

/** What can stand at a place, wherever that is: `placeItem` makes an item of it. */
export interface Proposal {
  readonly label: string;
  readonly kind: ItemKind;
  readonly detail?: string | undefined;
  readonly body: Body;
  /** What the typed text is compared with; the label where it is not given. */
  readonly filter?: string | undefined;
  readonly retrigger?: boolean | undefined;
  readonly doc?: DocKey | undefined;
}

export type Body =
  /** What a string is to hold. */
  | { readonly form: 'text'; readonly text: SnippetText }
  /** A JSON text in the place of a value, or of members. */
  | { readonly form: 'json'; readonly json: SnippetText }
  /** A key, and the JSON text of its value where it has none yet. */
  | { readonly form: 'member'; readonly name: SnippetText; readonly value: SnippetText };

export interface Proposals {
  /** Best first. */
  readonly proposals: readonly Proposal[];
  /** Other text before the cursor would have brought up others. */
  readonly dependOnText?: boolean;
}

/** A text without tab stops, as the body of an item. */
export function textBody(text: string): Body {
  return { form: 'text', text: [text] };
}
