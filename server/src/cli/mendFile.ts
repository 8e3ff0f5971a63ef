import type { Finding } from '../checks/check.ts';
import { fixAll, safeFix } from '../checks/fixAll.ts';
import type { PolicyFile } from '../policy/readDocument.ts';
import { type InputFile, type UnreadableFile, writeText } from './inputFiles.ts';
import type { FileSettings } from './settingsLookup.ts';

/** Mends what may be mended unasked, and writes the file where that changed anything; gives the text as it is then. */
export function mendFile(
  input: InputFile,
  file: PolicyFile,
  read: (text: string) => PolicyFile,
  { catalog, checkSettings, control }: FileSettings,
): PolicyFile | UnreadableFile {
  const text = fixAll(file, read, safeFix, catalog, checkSettings, control);
  if (text === file.text) return file;
  return writeText(input, text) ?? read(text);
}

/** What is gone, by code: `INVALID_ACTION, MISSING_VERSION (2)`. */
export function mendedText(before: readonly Finding[], after: readonly Finding[]): string {
  const codes = [...new Set(before.map(({ code }) => code))];
  const gone = codes.flatMap((code) => {
    const number = countOf(code, before) - countOf(code, after);
    return number > 0 ? [number === 1 ? code : `${code} (${number})`] : [];
  });
  return gone.join(', ');
}

function countOf(code: string, findings: readonly Finding[]): number {
  return findings.filter((finding) => finding.code === code).length;
}
