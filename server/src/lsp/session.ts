import type { Connection, InitializeParams } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Catalog } from '../catalog/catalog.ts';
import { extendCatalog } from '../catalog/extendCatalog.ts';
import type { CheckSettings } from '../checks/check.ts';
import type { PolicyKind } from '../policy/policyType.ts';
import type { PolicyFile } from '../policy/readDocument.ts';
import type { SettingsFile } from '../policy/settingsFile.ts';
import type { InitializationOptions, Settings } from '../protocol.ts';
import { createDocumentCache } from './documentCache.ts';
import { mergeSettings } from './mergeSettings.ts';
import { createSettingsFiles } from './settingsFiles.ts';
import { fileReader, workspaceFolders } from './workspace.ts';

/** What the server knows from `initialize` on: the settings, the catalog with their additions, open documents. */
export interface Session {
  readonly settings: Settings;
  readonly catalog: Catalog;
  /** Reads a document, as the type that its settings file tells. */
  open(document: TextDocument): Promise<OpenDocument>;
  change(settings: unknown): void;
  choose(uri: string, kind: PolicyKind | undefined): void;
  close(uri: string): void;
  settingsFilesChanged(): void;
}

export interface OpenDocument {
  readonly file: PolicyFile;
  /** Reads another text as this document is read. */
  readonly read: (text: string) => PolicyFile;
  /** With what the settings file adds. */
  readonly settings: Settings;
  readonly checkSettings: CheckSettings;
}

export function createSession(connection: Connection, params: InitializeParams, plain: Catalog): Session {
  const options: InitializationOptions = params.initializationOptions ?? {};
  const cache = createDocumentCache();
  const files = createSettingsFiles(
    fileReader(connection, options.clientReadsFiles === true),
    workspaceFolders(connection, params),
    (problem) => connection.window.showWarningMessage(problem),
  );
  let settings = mergeSettings(options.settings);
  let catalog = extendCatalog(plain, settings.catalog);
  return {
    get settings() {
      return settings;
    },
    get catalog() {
      return catalog;
    },
    async open(document) {
      const configured = await files.forDocument(document.uri);
      const account = { ...settings.account, ...accountOf(configured.settings) };
      const trusted = [...settings.trustedAccounts, ...(configured.settings?.trustedAccounts ?? [])];
      return {
        file: cache.read(document, configured.kind),
        read: (text) => cache.readAs(document, configured.kind, text),
        settings: { ...settings, account, trustedAccounts: trusted },
        checkSettings: {
          trustedAccounts: account.id === '' ? trusted : [...trusted, account.id],
          editorReportsJsonSyntax: options.editorReportsJsonSyntax === true,
        },
      };
    },
    change(given) {
      settings = mergeSettings(given);
      catalog = extendCatalog(plain, settings.catalog);
    },
    choose: cache.choose,
    close: cache.close,
    settingsFilesChanged: files.forget,
  };
}

function accountOf(file: SettingsFile | undefined): { id?: string; partition?: string } {
  return {
    ...(file?.account !== undefined && { id: file.account }),
    ...(file?.partition !== undefined && { partition: file.partition }),
  };
}
