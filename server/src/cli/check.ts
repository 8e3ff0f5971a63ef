import { basename, extname } from 'node:path';
import type { Catalog } from '../catalog/catalog.ts';
import { checkFile } from '../checks/checkPolicy.ts';
import { controlFindings } from '../checks/control.ts';
import { openCatalogFile } from '../lsp/catalogFile.ts';
import { type PolicyFile, readDocument } from '../policy/readDocument.ts';
import type { Severity } from '../protocol.ts';
import type { CheckCall, FailOn, Format } from './arguments.ts';
import { type LeaveOutKnown, readBaseline } from './baseline.ts';
import type { CheckedFile } from './checkedFile.ts';
import { attempt, type InputFile, inputFiles, type UnreadableFile } from './inputFiles.ts';
import { mendedText, mendFile } from './mendFile.ts';
import { printJson, printText } from './print.ts';
import { printGithub } from './printGithub.ts';
import { printSarif } from './printSarif.ts';
import type { Progress } from './progress.ts';
import { createSettingsLookup, type FileSettings, type SettingsLookup } from './settingsLookup.ts';
import { createSuppressionUse, type SuppressionUse } from './unusedSuppressions.ts';

const severities: readonly Severity[] = ['ERROR', 'SECURITY_WARNING', 'WARNING', 'SUGGESTION'];

/** What a call has to say, and with which exit status. */
export interface CheckResult {
  readonly status: 0 | 1 | 2;
  /** For standard output. */
  readonly output: string;
  /** Sentences for standard error: what was changed, and what could not be read. */
  readonly notes: readonly string[];
  readonly complaints: readonly string[];
}

type Print = (files: readonly CheckedFile[], complaints: readonly string[], catalog: Catalog) => string;

const printers: Readonly<Record<Format, Print>> = {
  text: printText,
  json: printJson,
  sarif: printSarif,
  github: printGithub,
};

/** What one call carries from file to file. */
interface Run {
  readonly call: CheckCall;
  readonly settings: SettingsLookup;
  readonly use: SuppressionUse;
  readonly notes: string[];
}

/** Checks what a call names. Reads every file it can, whatever is wrong with the others. */
export async function runCheck(
  call: CheckCall,
  catalogPath: string,
  progress?: Progress,
): Promise<CheckResult> {
  const catalog = attempt(catalogPath, () => openCatalogFile(catalogPath));
  if ('message' in catalog) return failed(catalog.message);
  const leaveOutKnown: ReturnType<typeof readBaseline> =
    call.baseline === undefined ? (file) => file : readBaseline(call.baseline);
  if ('message' in leaveOutKnown) return failed(leaveOutKnown.message);
  const settings = createSettingsLookup(catalog.value, call.config);
  const run: Run = { call, settings, use: createSuppressionUse(call.paths), notes: [] };
  const { files, complaints } = await checkInputs(run, leaveOutKnown, progress);
  progress?.end();
  return {
    status: complaints.length > 0 ? 2 : files.some((file) => fails(file, call.failOn)) ? 1 : 0,
    output: printers[call.format](files, complaints, catalog.value),
    notes: run.notes,
    complaints,
  };
}

function failed(complaint: string): CheckResult {
  return { status: 2, output: '', notes: [], complaints: [complaint] };
}

async function checkInputs(
  run: Run,
  leaveOutKnown: LeaveOutKnown,
  progress: Progress | undefined,
): Promise<{ readonly files: readonly CheckedFile[]; readonly complaints: readonly string[] }> {
  const files: CheckedFile[] = [];
  const complaints: string[] = [];
  for await (const input of inputFiles(run.call.paths, run.call.inputName)) {
    const checked = 'text' in input ? check(input, run) : input;
    if ('text' in checked) files.push(leaveOutKnown(checked));
    else complaints.push(`${checked.path}: ${checked.message}`);
    progress?.read(input.path);
  }
  files.push(
    ...run.use
      .unused()
      .map(leaveOutKnown)
      .filter(({ findings }) => findings.length > 0),
  );
  complaints.push(...run.settings.problems);
  return { files, complaints };
}

function check(input: InputFile, run: Run): CheckedFile | UnreadableFile {
  const { call, settings, use, notes } = run;
  const { path } = input;
  const own = settings.forFile(path);
  const read = readerOf(path, own, call);
  const asWritten = read(input.text);
  if (asWritten.policies.length === 0 && !asWritten.typeTold && input.named && isNoJson(input.text))
    return { path, message: 'It is not JSON, and policies are JSON documents.' };
  const file = call.fix && !own.isUnknown ? mendFile(input, asWritten, read, own) : asWritten;
  if ('message' in file) return file;
  const { findings, used } = controlledFindings(file, own);
  if (file !== asWritten)
    notes.push(`${path}: mended ${mendedText(controlledFindings(asWritten, own).findings, findings)}.`);
  use.note(own, used);
  return { path, text: file.text, named: input.named, policies: file.policies.length, findings };
}

function readerOf(path: string, own: FileSettings, { type }: CheckCall): (text: string) => PolicyFile {
  const options = {
    chosen: type === own.kind?.type ? own.kind : type && { type },
    configured: own.kind,
    quotas: own.quotas,
    fileName: path === '-' ? undefined : basename(path),
    commentsAllowed: extname(path).toLowerCase() === '.jsonc',
  };
  return (text) => readDocument(text, options);
}

function controlledFindings(
  file: PolicyFile,
  { catalog, checkSettings, control }: FileSettings,
): ReturnType<typeof controlFindings> {
  return controlFindings(file, checkFile(file, catalog, checkSettings), control);
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
