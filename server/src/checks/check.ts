import type { EntryMeaning } from '../access/entryMeaning.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { ConditionKeyLookup } from '../catalog/findConditionKey.ts';
import type { ArnPart } from '../policy/arn.ts';
import type {
  ConditionEntry,
  Element,
  ListElement,
  OperatorBlock,
  PolicyDocument,
  PrincipalElement,
  PrincipalType,
  Statement,
} from '../policy/model.ts';
import type { PolicyType, ResourceOwner } from '../policy/policyType.ts';
import type { ShapeProblem } from '../policy/shape/shape.ts';
import type { Severity } from '../protocol.ts';
import type { Node, Path, Span, StringNode } from '../syntax/node.ts';
import type { SyntaxProblem } from '../syntax/syntaxProblem.ts';
import type { TreeEdit } from '../syntax/treeEdit.ts';

/** What a check is given, by the name of the element it asks for. One walk over a policy feeds them all. */
export interface CheckedElements {
  /** Something JSON does not allow, in the text of the policy. */
  syntax: SyntaxProblem;
  /** A missing, unknown, prohibited or ill-typed element, found with the policy type's JSON Schema. */
  shape: ShapeProblem;
  policy: PolicyDocument;
  statement: Statement;
  /** An entry of `Action` or `NotAction` without holes. */
  action: CheckedEntry<ListElement<'Action' | 'NotAction'>> & { readonly meaning: EntryMeaning };
  /** An entry of `Resource` or `NotResource` without holes. */
  resource: CheckedEntry<ListElement<'Resource' | 'NotResource'>> & {
    readonly arn: readonly ArnPart[];
    readonly meaning: EntryMeaning;
  };
  /** A principal without holes; not the bare string `"*"`. */
  principal: CheckedEntry<PrincipalElement> & {
    readonly type: PrincipalType | undefined;
    readonly typeKey: StringNode;
  };
  operator: OperatorBlock & { readonly statement: Statement };
  condition: CheckedCondition;
  /** A value of a condition that is a string without holes. */
  value: { readonly text: string; readonly node: StringNode; readonly condition: CheckedCondition };
  /** Any string of a statement without holes that holds `${`, keys included. */
  variableText: {
    readonly text: string;
    readonly node: StringNode;
    readonly role: StringRole;
    readonly statement: Statement;
  };
}

export interface CheckedEntry<Within extends Element> {
  readonly text: string;
  readonly node: StringNode;
  readonly element: Within;
  readonly statement: Statement;
}

export interface CheckedCondition extends ConditionEntry {
  readonly statement: Statement;
  /** The key's name as written; undefined where it has a hole. */
  readonly name: string | undefined;
  readonly lookup: ConditionKeyLookup | undefined;
}

/** What a string is in its statement. */
export type StringRole =
  | 'Sid'
  | 'Effect'
  | 'Action'
  | 'Principal'
  | 'Resource'
  | 'operator'
  | 'key'
  | 'value';

/** What a check knows beside its element. */
export interface CheckContext {
  readonly catalog: Catalog;
  readonly policy: PolicyDocument;
  readonly settings: CheckSettings;
  readonly report: Reporter;
}

export interface CheckSettings {
  /** Account ids that are not outside accounts, the user's own among them. */
  readonly trustedAccounts: readonly string[];
  /** Of the user's organizations; where none is known, any may be the user's. */
  readonly organizationIds?: readonly string[];
  /** Of ARNs in fixes, where the policy names none; `aws` where it is not told. */
  readonly partition?: string;
  /** The editor itself reports what JSON does not allow in the document's own text. */
  readonly editorReportsJsonSyntax?: boolean;
}

export type Reporter = (report: Report) => void;

/** A finding as a check reports it: the smallest right node, and a sentence with what is wrong, why, and what to do. */
export interface Report {
  readonly node: Node;
  /** A part of the node to mark instead of the whole. */
  readonly span?: Span;
  readonly message: string;
  readonly related?: readonly Node[];
  /** Best first; made when a person asks for them. */
  readonly fixes?: () => readonly Fix[];
}

/** A way to mend what was found. After it the finding is gone, and no other has come. */
export interface Fix {
  /** An imperative, such as `Change to s3:GetObject`. */
  readonly title: string;
  readonly edits: readonly TreeEdit[];
  /** The meaning is what it was or what was surely meant, so that it may be made unasked when a document is saved. */
  readonly safe: boolean;
}

export interface Finding extends Span {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** From the policy document's root. */
  readonly path: Path;
  readonly related: readonly RelatedPlace[];
  /** Best first; empty where nobody but the author knows what was meant. */
  readonly fixes: () => readonly Fix[];
}

export interface RelatedPlace extends Span {
  readonly path: Path;
  /** What was found there, where the finding itself does not tell it. */
  readonly message?: string;
}

/** An example policy; in a bad one `«…»` marks what the finding marks. */
export interface Example {
  readonly type: PolicyType;
  readonly owner?: ResourceOwner;
  readonly text: string;
}

export interface CheckDescription {
  readonly code: string;
  readonly severity: Severity;
  /** Policy types it applies to. */
  readonly types: readonly PolicyType[];
  /**
   * Whether it finds something in an entry depends on nothing but the entry's text, the policy type and the catalog, so
   * that a text in which it found nothing need not be judged again.
   */
  readonly byTextAlone?: true;
  /** One sentence each, for the documentation. */
  readonly what: string;
  readonly why: string;
  readonly fix: string;
  /** AWS's page, or the reason where AWS has none. */
  readonly source: string;
  readonly bad: readonly Example[];
  readonly good: readonly Example[];
}

export type Check = {
  [Name in keyof CheckedElements]: CheckDescription & {
    readonly element: Name;
    readonly check: (element: CheckedElements[Name], context: CheckContext) => void;
  };
}[keyof CheckedElements];

/** Policy types in the words of Access Analyzer's API. */
export const identityTypes: readonly PolicyType[] = ['identity', 'boundary', 'session'];
export const everyType: readonly PolicyType[] = [
  'trust',
  'identity',
  'resource',
  'scp',
  'rcp',
  'boundary',
  'session',
];
/** Every type but role trust policies: those that name resources. */
export const resourceTypes: readonly PolicyType[] = everyType.filter((type) => type !== 'trust');
export const principalTypes: readonly PolicyType[] = ['trust', 'resource'];

/** AWS's page on a check of IAM Access Analyzer. */
export function analyzerPage(code: string, severity: Severity): string {
  const group = {
    ERROR: 'error',
    SECURITY_WARNING: 'security-warning',
    WARNING: 'general-warning',
    SUGGESTION: 'suggestion',
  }[severity];
  const anchor = `access-analyzer-reference-policy-checks-${group}-${code.toLowerCase().replaceAll('_', '-')}`;
  return `https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#${anchor}`;
}
