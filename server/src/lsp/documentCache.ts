import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { PolicyKind } from '../policy/policyType.ts';
import { type PolicyFile, readDocument } from '../policy/readDocument.ts';

/** Reads each version of a document once, however many features ask for it. */
export interface DocumentCache {
  read(document: TextDocument, configured: PolicyKind | undefined): PolicyFile;
  /** Judges the policies of a document as this type until it closes; undefined takes it back. */
  choose(uri: string, kind: PolicyKind | undefined): void;
  close(uri: string): void;
}

interface CachedFile {
  readonly version: number;
  readonly hints: string;
  readonly file: PolicyFile;
}

export function createDocumentCache(): DocumentCache {
  const files = new Map<string, CachedFile>();
  const chosen = new Map<string, PolicyKind>();
  return {
    read(document, configured) {
      const { uri, version } = document;
      const hints = JSON.stringify([chosen.get(uri), configured]);
      const known = files.get(uri);
      if (known?.version === version && known.hints === hints) return known.file;
      const file = readDocument(document.getText(), {
        chosen: chosen.get(uri),
        configured,
        fileName: fileNameOf(uri),
        commentsAllowed: document.languageId === 'jsonc',
      });
      files.set(uri, { version, hints, file });
      return file;
    },
    choose(uri, kind) {
      if (kind === undefined) chosen.delete(uri);
      else chosen.set(uri, kind);
    },
    close(uri) {
      files.delete(uri);
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
