import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../checks/check.ts';
import type { Span } from '../syntax/node.ts';

export interface CheckedFile {
  readonly path: string;
  readonly text: string;
  /** Named by the user, rather than met in a folder. */
  readonly named: boolean;
  /** How many policies the file holds. */
  readonly policies: number;
  readonly findings: readonly Finding[];
}

/** Lines and characters from 0. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** Tells where a span of a text is. */
export function rangesIn(text: string): (span: Span) => { readonly start: Place; readonly end: Place } {
  const document = TextDocument.create('', 'json', 0, text);
  return ({ start, end }) => ({ start: document.positionAt(start), end: document.positionAt(end) });
}

/** As editors and terminals link it: `file:line:column`, both from 1. */
export function linkText(path: string, { line, character }: Place): string {
  return `${path}:${line + 1}:${character + 1}`;
}
