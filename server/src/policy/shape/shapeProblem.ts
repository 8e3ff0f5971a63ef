import type { Node, ObjectNode, StringNode } from '../../syntax/node.ts';

export const documentElements = ['Version', 'Id', 'Statement'] as const;
export type DocumentElement = (typeof documentElements)[number];

export const statementElements = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
] as const;
export type StatementElement = (typeof statementElements)[number];

export type ElementName = DocumentElement | StatementElement;

/** A place where elements stand: the policy document, or a statement. */
export type Level = 'document' | 'statement';

/**
 * What is wrong with the structure of a policy: one mistake, one problem. `node` or `key` is the smallest node
 * the mistake stands at; for a missing element the object it is missing from.
 */
export type ShapeProblem =
  | {
      /** Of a pair such as Action and NotAction, both are missing and the plain one is named. */
      readonly problem: 'missing';
      readonly element: 'Statement' | 'Effect' | 'Principal' | 'Action' | 'Resource';
      readonly node: ObjectNode;
    }
  | {
      readonly problem: 'unknownElement';
      readonly level: Level;
      readonly name: string;
      /** The element that was probably meant. It is not reported as missing. */
      readonly near: string | undefined;
      readonly key: StringNode;
    }
  | {
      /** An element in other letters than IAM's. It is judged as if it were spelt right. */
      readonly problem: 'wrongCase';
      readonly level: Level;
      readonly name: string;
      readonly element: ElementName;
      readonly key: StringNode;
    }
  | {
      readonly problem: 'type';
      /** The element the value belongs to, at whatever depth; Statement for a statement that is no object. */
      readonly element: ElementName;
      /** In words, with article: "a string or a list of strings". */
      readonly expected: string;
      readonly actual: string;
      readonly node: Node;
    }
  | { readonly problem: 'value'; readonly element: 'Effect' | 'Version'; readonly node: StringNode }
  | {
      readonly problem: 'combination';
      readonly elements: readonly [StatementElement, StatementElement];
      /** The one of the two that stands second. */
      readonly key: StringNode;
      readonly node: ObjectNode;
    }
  | {
      /** An element that policies of this type do not take. */
      readonly problem: 'prohibited';
      readonly element: StatementElement;
      readonly key: StringNode;
    }
  | {
      /** A principal that is neither `"*"` nor an object; in a resource control policy, anything but `"*"`. */
      readonly problem: 'principalFormat';
      readonly element: 'Principal' | 'NotPrincipal';
      readonly node: Node;
    }
  | {
      readonly problem: 'principalKey';
      readonly name: string;
      readonly near: string | undefined;
      readonly key: StringNode;
    };
