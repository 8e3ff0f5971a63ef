import { basename } from 'node:path';
import type { Catalog } from '../catalog/catalog.ts';
import { refactorings } from '../features/refactor/refactorings.ts';
import { openCatalogFile } from '../lsp/catalogFile.ts';
import { readDocument } from '../policy/readDocument.ts';
import { defaultSettings } from '../protocol.ts';
import { applyTextEdits } from '../syntax/textEdits.ts';
import type { FormatCall } from './arguments.ts';
import { attempt, type InputFile, inputFiles, writeText } from './inputFiles.ts';

/** What a call has to say, and with which exit status. */
export interface FormatResult {
  readonly status: 0 | 1 | 2;
  /** The files that changed, or would; for standard input its formatted text. */
  readonly output: string;
  /** Sentences for standard error: what could not be read or written. */
  readonly complaints: readonly string[];
}

/** Sorts and formats every policy of what a call names; other JSON and policies with comments stay as they are. */
export async function runFormat(call: FormatCall, catalogPath: string): Promise<FormatResult> {
  const catalog = attempt(catalogPath, () => openCatalogFile(catalogPath));
  if ('message' in catalog) return { status: 2, output: '', complaints: [catalog.message] };
  const complaints: string[] = [];
  const output: string[] = [];
  let changed = 0;
  for await (const input of inputFiles(call.paths)) {
    if (!('text' in input)) {
      complaints.push(`${input.path}: ${input.message}`);
      continue;
    }
    const text = formatted(input, catalog.value);
    if (text !== input.text) changed++;
    if (input.path === '-' && !call.onlyCheck) output.push(text);
    else if (text !== input.text) {
      const failure = call.onlyCheck ? undefined : writeText(input, text);
      if (failure === undefined) output.push(`${input.path}\n`);
      else complaints.push(`${failure.path}: ${failure.message}`);
    }
  }
  const status = complaints.length > 0 ? 2 : call.onlyCheck && changed > 0 ? 1 : 0;
  return { status, output: output.join(''), complaints };
}

function formatted({ path, text }: InputFile, catalog: Catalog): string {
  const file = readDocument(text, { fileName: basename(path), commentsAllowed: true });
  const everything = { start: 0, end: text.length };
  const context = { catalog, settings: defaultSettings };
  const items = refactorings(file, everything, (kind) => kind === 'source.format.iamRoles', context);
  return items.reduce((_, { edits }) => applyTextEdits(text, edits), text);
}
