import {
  type Connection,
  type InitializeParams,
  MessageType,
  ShowMessageNotification,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Catalog } from '../catalog/catalog.ts';
import { extendCatalog } from '../catalog/extendCatalog.ts';
import type { CheckSettings, Finding } from '../checks/check.ts';
import { type Control, controlFindings } from '../checks/control.ts';
import { knownCodes } from '../checks/knownCodes.ts';
import type { PolicyKind } from '../policy/policyType.ts';
import type { PolicyFile } from '../policy/readDocument.ts';
import type { SettingsFile } from '../policy/settingsFile.ts';
import { unknownCode } from '../policy/settingsFileProblems.ts';
import type { InitializationOptions, Settings } from '../protocol.ts';
import type { PageUrl } from './checkPageUrls.ts';
import { createDocumentCache } from './documentCache.ts';
import { mergeSettings } from './mergeSettings.ts';
import { createSettingsFiles } from './settingsFiles.ts';
import { fileReader, workspaceFolders } from './workspace.ts';

/** What the server knows from `initialize` on: the settings, the catalog with their additions, open documents. */
export interface Session {
  readonly settings: Settings;
  readonly catalog: Catalog;
  /** The editor has a JSON language server, which reports syntax errors and what a schema says. */
  readonly editorReportsJsonSyntax: boolean;
  readonly pageUrl: PageUrl;
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
  readonly catalog: Catalog;
  readonly checkSettings: CheckSettings;
  readonly control: Control;
  /** What the settings leave of the findings, with the severity that they give. */
  readonly findings: () => readonly Finding[];
  /** The URI of the folder with the settings file that holds for the document. */
  readonly settingsFolder: string | undefined;
  readonly pageUrl: PageUrl;
  /** The URI of the open folder that the document is in. */
  readonly root: string | undefined;
}

export function createSession(
  connection: Connection,
  params: InitializeParams,
  plain: Catalog,
  pageUrl: PageUrl,
): Session {
  const options: InitializationOptions = params.initializationOptions ?? {};
  const cache = createDocumentCache();
  // A notification: requests may not be sent before `initialize` is answered, and not every client answers this one.
  const warn = (message: string): void => {
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
  };
  const files = createSettingsFiles(
    fileReader(connection, options.clientReadsFiles === true),
    workspaceFolders(connection, params),
    warn,
  );
  let settings = mergeSettings(options.settings);
  const editorReportsJsonSyntax = options.editorReportsJsonSyntax === true;
  const warnOfUnknownCodes = (): void => {
    const unknown = Object.keys(settings.checks).filter((code) => !knownCodes.includes(code));
    for (const code of unknown) warn(`iamRoles.checks: ${unknownCode(code, knownCodes)}`);
  };
  let catalog = extendCatalog(plain, settings.catalog);
  let extended = new WeakMap<SettingsFile, Catalog>();
  const catalogWith = (file: SettingsFile | undefined): Catalog => {
    if (file === undefined) return catalog;
    const known = extended.get(file) ?? extendCatalog(catalog, file.catalog);
    extended.set(file, known);
    return known;
  };
  warnOfUnknownCodes();
  return {
    editorReportsJsonSyntax,
    pageUrl,
    get settings() {
      return settings;
    },
    get catalog() {
      return catalog;
    },
    async open(document) {
      const configured = await files.forDocument(document.uri);
      const { settings: own, kind, control, folder, root } = configured;
      const hints = { configured: kind, quotas: own?.quotas ?? {} };
      const account = { ...settings.account, ...accountOf(own) };
      const trusted = [...settings.trustedAccounts, ...(own?.trustedAccounts ?? [])];
      const organizationIds = [...settings.organizationIds, ...(own?.organizationIds ?? [])];
      const checkSettings = {
        trustedAccounts: account.id === '' ? trusted : [...trusted, account.id],
        organizationIds,
        partition: account.partition,
        editorReportsJsonSyntax,
      };
      const ownCatalog = catalogWith(own);
      const ownControl = { ...control, levels: { ...settings.checks, ...control.levels } };
      const file = cache.read(document, hints);
      return {
        file,
        read: (text) => cache.readAs(document, hints, text),
        settings: { ...settings, account, trustedAccounts: trusted, organizationIds },
        catalog: ownCatalog,
        checkSettings,
        control: ownControl,
        findings: () =>
          controlFindings(file, cache.check(document.uri, file, ownCatalog, checkSettings), ownControl)
            .findings,
        settingsFolder: folder,
        pageUrl,
        root,
      };
    },
    change(given) {
      settings = mergeSettings(given);
      catalog = extendCatalog(plain, settings.catalog);
      extended = new WeakMap();
      warnOfUnknownCodes();
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
