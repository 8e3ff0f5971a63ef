import { complete } from '../../../server/src/features/completion/complete.ts';
import type {
  CompletionItem,
  CompletionList,
} from '../../../server/src/features/completion/completionItem.ts';
import type { PolicyKind } from '../../../server/src/policy/policyType.ts';
import { readDocument } from '../../../server/src/policy/readDocument.ts';
import { defaultSettings, type Settings } from '../../../server/src/protocol.ts';
import { testCatalog } from '../../catalog.ts';
import { readCursor } from '../../markedText.ts';
import { fillSnippet } from '../../snippetText.ts';

export interface Completed extends CompletionList {
  readonly text: string;
  readonly labels: readonly string[];
  /** The item of this label; an error when there is none. */
  item(label: string): CompletionItem;
  /** The document once the item of this label is in it, with its defaults. */
  after(label: string): string;
}

export interface CompleteOptions {
  readonly chosen?: PolicyKind;
  readonly settings?: Partial<Settings>;
}

/** Completes at the `|` of a marked text. */
export function completeAt(marked: string, { chosen, settings }: CompleteOptions = {}): Completed {
  const { text, cursor } = readCursor(marked);
  const file = readDocument(text, { chosen });
  const context = { catalog: testCatalog(), settings: { ...defaultSettings, ...settings } };
  const list = complete(file, cursor, context);
  const item = (label: string) => {
    const found = list.items.find((one) => one.label === label);
    if (found === undefined)
      throw new Error(`No ${label} among ${list.items.map((one) => one.label).join(', ')}`);
    return found;
  };
  return {
    ...list,
    text,
    labels: list.items.map(({ label }) => label),
    item,
    after: (label) => applyItem(text, item(label)),
  };
}

/** A text with an item put in, snippets with their defaults, and the commas that go with it. */
function applyItem(text: string, { insert, replace, commas }: CompletionItem): string {
  const edits = [
    { ...replace, text: insert.snippet ? fillSnippet(insert.text) : insert.text },
    ...commas.map((at) => ({ start: at, end: at, text: ',' })),
  ];
  return edits
    .sort((one, other) => other.start - one.start)
    .reduce((result, edit) => result.slice(0, edit.start) + edit.text + result.slice(edit.end), text);
}

/** A statement around the given members, in a document of the given kind. */
export function statement(members: string): string {
  return `{"Version":"2012-10-17","Statement":[{${members}}]}`;
}
