import type { ArrayNode, Node, ObjectNode, StringNode } from '../syntax/node.ts';
import type { ConditionOperator } from './conditionOperator.ts';
import type { PolicyKind } from './policyType.ts';
import type { RaisedQuotas } from './quotas.ts';

/** A policy document as IAM reads it. Elements are found in any letter case; the shape check says what is wrong with it. */
export interface PolicyDocument {
  readonly node: ObjectNode;
  /** `statement` where a statement stands alone instead of a document; it then has no other elements. */
  readonly level: 'document' | 'statement';
  readonly kind: PolicyKind;
  /** Those of the account that the policy is for. */
  readonly quotas: RaisedQuotas;
  /** The document holds nothing but the policy, so that its text is what AWS is sent, white space included. */
  readonly isWholeDocument: boolean;
  readonly version: Element | undefined;
  readonly id: Element | undefined;
  /** The `Statement` element; undefined where it is missing or a statement stands alone. */
  readonly statement: Element | undefined;
  readonly statements: readonly Statement[];
}

/** An element: its key and what stands behind it. */
export interface Element {
  readonly key: StringNode;
  readonly value: Node | undefined;
}

export type Effect = 'Allow' | 'Deny';

export interface Statement {
  readonly node: ObjectNode;
  readonly policy: PolicyDocument;
  readonly sid: Element | undefined;
  readonly effect: (Element & { readonly allows: Effect | undefined }) | undefined;
  /** `Action` or `NotAction`; a statement with both has the one that stands first here. */
  readonly action: ListElement<'Action' | 'NotAction'> | undefined;
  readonly resource: ListElement<'Resource' | 'NotResource'> | undefined;
  readonly principal: PrincipalElement | undefined;
  readonly condition: ConditionElement | undefined;
}

/** An element whose value is a string or a list of strings. */
export interface ListElement<Name extends string> extends Element {
  readonly name: Name;
  readonly entries: readonly StringNode[];
}

export type PrincipalType = 'AWS' | 'Service' | 'Federated' | 'CanonicalUser';

export interface PrincipalElement extends Element {
  readonly name: 'Principal' | 'NotPrincipal';
  /** True for the bare string `"*"`. */
  readonly everyone: boolean;
  readonly entries: readonly PrincipalEntry[];
}

export interface PrincipalEntry {
  /** As IAM spells it; undefined for a key IAM does not know. */
  readonly type: PrincipalType | undefined;
  readonly typeKey: StringNode;
  readonly node: StringNode;
}

export interface ConditionElement extends Element {
  readonly operators: readonly OperatorBlock[];
}

/** `"StringEquals": { … }`: all conditions under one operator. */
export interface OperatorBlock extends Element {
  /** Undefined for a name that is no condition operator, or has a hole. */
  readonly operator: ConditionOperator | undefined;
  readonly conditions: readonly ConditionEntry[];
}

/** One condition key with its values. */
export interface ConditionEntry extends Element {
  readonly block: OperatorBlock;
  /** Without lists and objects within the list. */
  readonly values: readonly Node[];
  readonly list: ArrayNode | undefined;
}
