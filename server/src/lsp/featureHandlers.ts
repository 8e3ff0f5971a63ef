import {
  type CodeLens,
  type Connection,
  type DocumentLink,
  type DocumentSymbol,
  type Hover,
  type InlayHint,
  MarkupKind,
  type ServerCapabilities,
  SymbolKind,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { codeLenses } from '../features/codeLenses.ts';
import { documentLinks } from '../features/documentLinks.ts';
import { documentSymbols, type SymbolItem } from '../features/documentSymbols.ts';
import { hover } from '../features/hover/hover.ts';
import { inlayHints } from '../features/inlayHints.ts';
import { answer } from './answer.ts';
import { type ActionSupport, answerCodeActions, codeActionCapabilities } from './codeActionHandlers.ts';
import { answerCompletion, completionCapabilities } from './completionHandlers.ts';
import { rangeOf } from './lspRange.ts';
import type { OpenDocument, Session } from './session.ts';

export const featureCapabilities = {
  ...completionCapabilities,
  ...codeActionCapabilities,
  hoverProvider: true,
  documentSymbolProvider: true,
  documentLinkProvider: {},
  inlayHintProvider: true,
  codeLensProvider: {},
} satisfies ServerCapabilities;

/** Opens a document of the client's, reads it, and hands it on; `fallback` where it is not open or holds no policy. */
export type WithDocument = <Result>(
  uri: string,
  fallback: Result,
  use: (open: OpenDocument & { readonly document: TextDocument }) => Result,
) => Promise<Result>;

/** What of the answers depends on the client. */
export interface ClientSupport {
  readonly actions: ActionSupport;
  /** Completion items may carry `labelDetails`. */
  readonly labelDetails: boolean;
}

/** Every feature that is asked for by a position or a document: one line each, the work is in `features`. */
export function answerFeatures(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  session: () => Session,
  { actions, labelDetails }: ClientSupport,
): void {
  const { console: log } = connection;
  const withDocument: WithDocument = async (uri, fallback, use) => {
    const document = documents.get(uri);
    return document === undefined ? fallback : use({ ...(await session().open(document)), document });
  };
  const context = ({ catalog, settings }: OpenDocument) => ({ catalog, settings });

  answerCompletion(connection, withDocument, session, labelDetails);
  answerCodeActions(connection, withDocument, actions);

  connection.onHover(({ textDocument, position }, token) =>
    answer<Hover | null>(log, 'hover', token, null, () =>
      withDocument(textDocument.uri, null, ({ document, ...opened }) => {
        const found = hover(opened.file, document.offsetAt(position), context(opened));
        if (found === undefined) return null;
        return {
          contents: { kind: MarkupKind.Markdown, value: found.markdown },
          range: rangeOf(document, found),
        };
      }),
    ),
  );

  connection.onDocumentSymbol(({ textDocument }, token) =>
    answer<DocumentSymbol[]>(log, 'document symbols', token, [], () =>
      withDocument(textDocument.uri, [], ({ document, file }) =>
        documentSymbols(file).map((symbol) => toSymbol(document, symbol)),
      ),
    ),
  );

  connection.onDocumentLinks(({ textDocument }, token) =>
    answer<DocumentLink[]>(log, 'document links', token, [], () =>
      withDocument(textDocument.uri, [], ({ document, ...opened }) =>
        documentLinks(opened.file, context(opened)).map((link) => ({
          range: rangeOf(document, link),
          target: link.target,
          tooltip: link.tooltip,
        })),
      ),
    ),
  );

  connection.languages.inlayHint.on(({ textDocument, range }, token) =>
    answer<InlayHint[]>(log, 'inlay hints', token, [], () =>
      withDocument(textDocument.uri, [], ({ document, ...opened }) => {
        const visible = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
        return inlayHints(opened.file, visible, context(opened)).map(({ offset, label, tooltip }) => ({
          position: document.positionAt(offset),
          label,
          tooltip,
          paddingLeft: true,
        }));
      }),
    ),
  );

  connection.onCodeLens(({ textDocument }, token) =>
    answer<CodeLens[]>(log, 'code lenses', token, [], () =>
      withDocument(textDocument.uri, [], ({ document, ...opened }) =>
        codeLenses(opened.file, context(opened)).map((lens) => ({
          range: rangeOf(document, lens),
          // A lens that only tells something has no command to run.
          command: { title: lens.title, command: '' },
        })),
      ),
    ),
  );
}

const policySymbol = SymbolKind.Namespace;

function toSymbol(document: TextDocument, symbol: SymbolItem): DocumentSymbol {
  return {
    name: symbol.name,
    detail: symbol.detail,
    kind: symbol.kind === 'statement' ? SymbolKind.Object : policySymbol,
    range: rangeOf(document, symbol),
    selectionRange: rangeOf(document, symbol.selection),
    children: symbol.children.map((child) => toSymbol(document, child)),
  };
}
