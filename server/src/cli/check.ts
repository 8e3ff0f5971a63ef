import { basename, extname } from 'node:path';
import type { Catalog } from '../catalog/catalog.ts';
import { checkFile } from '../checks/checkPolicy.ts';
import { openCatalogFile } from '../lsp/catalogFile.ts';
import { readDocument } from '../policy/readDocument.ts';
import type { Severity } from '../protocol.ts';
import type { CheckCall, FailOn } from './arguments.ts';
import { attempt, type InputFile, inputFiles, type UnreadableFile } from './inputFiles.ts';
import { type CheckedFile, printJson, printText } from './print.ts';
import { createSettingsLookup, type SettingsLookup } from './settingsLookup.ts';

const severities: readonly Severity[] = ['ERROR', 'SECURITY_WARNING', 'WARNING', 'SUGGESTION'];

/** What a call has to say, and with which exit status. */
export interface CheckResult {
  readonly status: 0 | 1 | 2;
  /** For standard output. */
  readonly output: string;
  /** Sentences for standard error: what could not be read. */
  readonly complaints: readonly string[];
}

/** Checks what a call names. Reads every file it can, whatever is wrong with the others. */
export async function runCheck(call: CheckCall, catalogPath: string): Promise<CheckResult> {
  const catalog = attempt(catalogPath, () => openCatalogFile(catalogPath));
  if ('message' in catalog) return { status: 2, output: '', complaints: [catalog.message] };
  const settings = createSettingsLookup();
  const files: CheckedFile[] = [];
  const complaints: string[] = [];
  for await (const input of inputFiles(call.paths)) {
    const checked = 'text' in input ? check(input, call, settings, catalog.value) : input;
    if ('text' in checked) files.push(checked);
    else complaints.push(`${checked.path}: ${checked.message}`);
  }
  complaints.push(...settings.problems);
  return {
    status: complaints.length > 0 ? 2 : files.some((file) => fails(file, call.failOn)) ? 1 : 0,
    output: call.format === 'json' ? printJson(files) : printText(files),
    complaints,
  };
}

function check(
  input: InputFile,
  call: CheckCall,
  lookup: SettingsLookup,
  catalog: Catalog,
): CheckedFile | UnreadableFile {
  const { path, text } = input;
  const { kind: configured, trustedAccounts } = lookup.forFile(path);
  const chosen = call.type === configured?.type ? configured : call.type && { type: call.type };
  const file = readDocument(text, {
    chosen,
    configured,
    fileName: path === '-' ? undefined : basename(path),
    commentsAllowed: extname(path).toLowerCase() === '.jsonc',
  });
  const policies = file.policies.length;
  if (policies === 0 && !file.typeTold && input.named && isNoJson(text))
    return { path, message: 'It is not JSON, and policies are JSON documents.' };
  return { ...input, policies, findings: checkFile(file, catalog, { trustedAccounts }) };
}

/** Told by how the text begins. An empty one is no mistake yet. */
function isNoJson(text: string): boolean {
  return !/^\s*(?:$|[[{"]|-?\d|(?:true|false|null)\b|\/[/*])/.test(text);
}

function fails(file: CheckedFile, failOn: FailOn): boolean {
  if (failOn === 'never') return false;
  const worst = severities.slice(0, severities.indexOf(failOn) + 1);
  return file.findings.some(({ severity }) => worst.includes(severity));
}
