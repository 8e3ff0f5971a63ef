import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Catalog } from '../catalog/catalog.ts';
import type { CheckSettings, Finding } from '../checks/check.ts';
import { checkFile } from '../checks/checkPolicy.ts';
import type { PolicyKind } from '../policy/policyType.ts';
import { type PolicyFile, type ReadOptions, readDocument } from '../policy/readDocument.ts';
import { livePolicyKind } from './livePolicyKind.ts';

/** What the settings file says of how a document is to be read. */
export type Configured = Pick<ReadOptions, 'configured' | 'quotas'>;

/** Reads and judges each version of a document once, however many features ask for it. */
export interface DocumentCache {
  read(document: TextDocument, configured: Configured): PolicyFile;
  /** Reads another text as if it stood in the document; it is not kept. */
  readAs(document: TextDocument, configured: Configured, text: string): PolicyFile;
  /** The findings in a file that was read from the document. */
  check(uri: string, file: PolicyFile, catalog: Catalog, settings: CheckSettings): readonly Finding[];
  /** Judges the policies of a document as this type until it closes; undefined takes it back. */
  choose(uri: string, kind: PolicyKind | undefined): void;
  close(uri: string): void;
}

interface CachedFile {
  readonly version: number;
  readonly hints: string;
  readonly file: PolicyFile;
}

interface Judged {
  readonly file: PolicyFile;
  readonly catalog: Catalog;
  readonly settings: string;
  readonly findings: readonly Finding[];
}

export function createDocumentCache(): DocumentCache {
  const files = new Map<string, CachedFile>();
  const judged = new Map<string, Judged>();
  const chosen = new Map<string, PolicyKind>();
  const readAs: DocumentCache['readAs'] = ({ uri, languageId }, configured, text) =>
    readDocument(text, {
      chosen: chosen.get(uri),
      ...configured,
      fileKind: livePolicyKind(uri),
      fileName: fileNameOf(uri),
      commentsAllowed: languageId === 'jsonc',
    });
  return {
    readAs,
    read(document, configured) {
      const { uri, version } = document;
      const hints = JSON.stringify([chosen.get(uri), configured]);
      const known = files.get(uri);
      if (known?.version === version && known.hints === hints) return known.file;
      const file = readAs(document, configured, document.getText());
      files.set(uri, { version, hints, file });
      return file;
    },
    check(uri, file, catalog, given) {
      const settings = JSON.stringify(given);
      const known = judged.get(uri);
      if (known?.file === file && known.catalog === catalog && known.settings === settings)
        return known.findings;
      const findings = checkFile(file, catalog, given);
      judged.set(uri, { file, catalog, settings, findings });
      return findings;
    },
    choose(uri, kind) {
      if (kind === undefined) chosen.delete(uri);
      else chosen.set(uri, kind);
    },
    close(uri) {
      files.delete(uri);
      judged.delete(uri);
      chosen.delete(uri);
    },
  };
}

function fileNameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
