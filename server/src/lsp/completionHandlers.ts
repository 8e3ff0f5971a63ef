import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type Connection,
  InsertTextFormat,
  MarkupKind,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { complete } from '../features/completion/complete.ts';
import type { CompletionItem as Item } from '../features/completion/completionItem.ts';
import { documentationOf } from '../features/completion/documentation.ts';
import { answer } from './answer.ts';
import type { WithDocument } from './featureHandlers.ts';
import { rangeOf } from './lspRange.ts';
import type { Session } from './session.ts';

export const completionCapabilities = {
  completionProvider: { resolveProvider: true, triggerCharacters: ['"', ':', '{', '/', '$', ',', ' '] },
} satisfies ServerCapabilities;
