import { basename, extname } from 'node:path';
import type { Catalog } from '../catalog/catalog.ts';
import { checkFile } from '../checks/checkPolicy.ts';
import { openCatalogFile } from '../lsp/catalogFile.ts';
import { readDocument } from '../policy/readDocument.ts';
import type { Severity } from '../protocol.ts';
import type { CheckCall, FailOn } from './arguments.ts';
import { type InputFile, inputFiles } from './inputFiles.ts';
import { type CheckedFile, printJson, printText } from './print.ts';
import { createSettingsLookup, type SettingsLookup } from './settingsLookup.ts';

const severities: readonly Severity[] = ['ERROR', 'SECURITY_WARNING', 'WARNING', 'SUGGESTION'];

/** Checks what a call names, prints the findings, and gives the exit status. Reads every file it can. */
export function runCheck(call: CheckCall, catalogPath: string): number {
  const catalog = openCatalogFile(catalogPath);
  const settings = createSettingsLookup();
  const files: CheckedFile[] = [];
  let unreadable = false;
  for (const input of inputFiles(call.paths)) {
    if ('text' in input) {
      files.push(check(input, call, settings, catalog));
    } else {
      unreadable = true;
      process.stderr.write(`iam-roles: ${input.path}: ${input.message}\n`);
    }
  }
  for (const problem of settings.problems) process.stderr.write(`iam-roles: ${problem}\n`);
  process.stdout.write(call.format === 'json' ? printJson(files) : printText(files));
  if (unreadable || settings.problems.length > 0) return 2;
  return files.some((file) => fails(file, call.failOn)) ? 1 : 0;
}

function check(
  { path, text }: InputFile,
  call: CheckCall,
  lookup: SettingsLookup,
  catalog: Catalog,
): CheckedFile {
  const { kind: configured, trustedAccounts } = lookup.forFile(path);
  const file = readDocument(text, {
    chosen: call.type === configured?.type ? configured : call.type && { type: call.type },
    configured,
    fileName: path === '-' ? undefined : basename(path),
    commentsAllowed: extname(path).toLowerCase() === '.jsonc',
  });
  return {
    path,
    text,
    policies: file.policies.length,
    findings: checkFile(file, catalog, { trustedAccounts }),
  };
}

function fails(file: CheckedFile, failOn: FailOn): boolean {
  if (failOn === 'never') return false;
  const worst = severities.slice(0, severities.indexOf(failOn) + 1);
  return file.findings.some(({ severity }) => worst.includes(severity));
}
