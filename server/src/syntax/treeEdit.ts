import type { ArrayNode, Node, ObjectNode, Span, StringNode } from './node.ts';

export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/** A change of the tree. How it looks in the text, with commas, indentation and escapes, is `textEdits`' matter. */
export type TreeEdit =
  | { readonly edit: 'replace'; readonly node: Node; readonly value: JsonValue }
  /** Text that is no part of the tree, such as a comment, goes. */
  | { readonly edit: 'cut'; readonly span: Span }
  /** A part of a string, by indexes of its literal text. */
  | {
      readonly edit: 'replaceText';
      readonly node: StringNode;
      readonly from: number;
      readonly to: number;
      readonly text: string;
    }
  | { readonly edit: 'rename'; readonly key: StringNode; readonly name: string }
  /** An entry of a list, or a member by its key or its value. */
  | { readonly edit: 'remove'; readonly node: Node }
  /** Behind the member `after`, or first where that is null; last where it is not given. */
  | {
      readonly edit: 'addMember';
      readonly object: ObjectNode;
      readonly name: string;
      readonly value: JsonValue;
      readonly after?: StringNode | null;
    }
  /** Behind the entry `after`; last where it is not given. */
  | { readonly edit: 'addItem'; readonly array: ArrayNode; readonly value: JsonValue; readonly after?: Node };

/** A change of the text: what stands in the span becomes `text`. */
export interface TextEdit extends Span {
  readonly text: string;
}
