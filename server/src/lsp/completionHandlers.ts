import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type Connection,
  type InitializeParams,
  InsertTextFormat,
  MarkupKind,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { complete } from '../features/completion/complete.ts';
import type { DocKey, CompletionItem as Item, ItemKind } from '../features/completion/completionItem.ts';
import { documentationOf } from '../features/completion/documentationOf.ts';
import { answer } from './answer.ts';
import type { WithDocument } from './featureHandlers.ts';
import { rangeOf } from './lspRange.ts';
import type { Session } from './session.ts';

export const completionCapabilities = {
  completionProvider: { resolveProvider: true, triggerCharacters: ['"', ':', '{', '/', '$', ','] },
} satisfies ServerCapabilities;

const kinds: Readonly<Record<ItemKind, CompletionItemKind>> = {
  element: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  service: CompletionItemKind.Module,
  action: CompletionItemKind.Method,
  wildcard: CompletionItemKind.Operator,
  resource: CompletionItemKind.Reference,
  operator: CompletionItemKind.Operator,
  conditionKey: CompletionItemKind.Property,
  principal: CompletionItemKind.Constant,
  region: CompletionItemKind.EnumMember,
  managedPolicy: CompletionItemKind.File,
  variable: CompletionItemKind.Variable,
  skeleton: CompletionItemKind.Snippet,
};

const nothing: CompletionList = { isIncomplete: false, items: [] };

export function answerCompletion(
  connection: Connection,
  withDocument: WithDocument,
  session: () => Session,
  labelDetails: boolean,
): void {
  const { console: log } = connection;
  connection.onCompletion(({ textDocument, position }, token) =>
    answer<CompletionList>(log, 'completion', token, nothing, () =>
      withDocument(textDocument.uri, nothing, ({ document, file, catalog, settings }) => {
        const context = { catalog, settings };
        const { items, incomplete } = complete(file, document.offsetAt(position), context);
        return { isIncomplete: incomplete, items: items.map((item) => toItem(document, item, labelDetails)) };
      }),
    ),
  );
  connection.onCompletionResolve((item, token) =>
    answer<CompletionItem>(log, 'completion resolve', token, item, () => {
      const key: DocKey | undefined = item.data;
      const value = key && documentationOf(key, session().catalog);
      return value === undefined ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value } };
    }),
  );
}

/** Whether the client shows a short text on every row of its list, and not only on the selected one. */
export function hasLabelDetails({ capabilities }: InitializeParams): boolean {
  return capabilities.textDocument?.completion?.completionItem?.labelDetailsSupport === true;
}

function detailOf({ detail }: Item, labelDetails: boolean): Pick<CompletionItem, 'detail' | 'labelDetails'> {
  if (detail === undefined) return {};
  return labelDetails ? { labelDetails: { description: detail } } : { detail };
}

function toItem(document: TextDocument, item: Item, labelDetails: boolean): CompletionItem {
  return {
    label: item.label,
    kind: kinds[item.kind],
    sortText: item.sortText,
    filterText: item.filterText,
    insertTextFormat: item.insert.snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range: rangeOf(document, item.replace), newText: item.insert.text },
    ...detailOf(item, labelDetails),
    ...(item.doc !== undefined && { data: item.doc }),
    ...(item.commas.length > 0 && {
      additionalTextEdits: item.commas.map((offset) => ({
        range: rangeOf(document, { start: offset, end: offset }),
        newText: ',',
      })),
    }),
    ...(item.retrigger && { command: { title: 'Suggest', command: 'editor.action.triggerSuggest' } }),
  };
}
