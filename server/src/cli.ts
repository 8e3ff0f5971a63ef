import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { parseArguments, usage } from './cli/arguments.ts';
import { runCheck } from './cli/check.ts';
import { explain } from './cli/explain.ts';
import { runFormat } from './cli/format.ts';
import { attempt } from './cli/inputFiles.ts';
import { createProgress, type Progress } from './cli/progress.ts';
import { openCatalogFile } from './lsp/catalogFile.ts';

// As the language server does, see main.ts.
setFlagsFromString('--no-allocation-site-pretenuring');

const catalogPath = join(__dirname, 'catalog.data');

async function main(): Promise<void> {
  const call = parseArguments(process.argv.slice(2));
  switch (call.kind) {
    case 'help':
      return end(0, usage, []);
    case 'version':
      return end(0, `${version()}\n`, []);
    case 'wrong':
      return end(2, '', [`${call.message}\n\n${usage.trimEnd()}`]);
    case 'explain': {
      const catalog = attempt(catalogPath, () => openCatalogFile(catalogPath));
      const told = 'message' in catalog ? catalog : explain(call.code, catalog.value);
      return 'text' in told ? end(0, told.text, []) : end(2, '', [told.message]);
    }
    case 'fmt': {
      const { status, output, complaints } = await runFormat(call, catalogPath);
      return end(status, output, complaints);
    }
    case 'check': {
      const result = await runCheck(call, catalogPath, progressOnTerminal());
      return end(result.status, result.output, [...result.notes, ...result.complaints]);
    }
  }
}

/** Of the package this file stands in. */
function version(): string {
  return JSON.parse(readFileSync(join(__dirname, '../package.json'), 'utf8')).version;
}

function progressOnTerminal(): Progress | undefined {
  const { stderr } = process;
  return stderr.isTTY ? createProgress((text) => stderr.write(text), stderr.columns, Date.now) : undefined;
}

/** The process ends by itself once all is written, which `process.exit` would cut short. */
function end(status: number, output: string, sentences: readonly string[]): void {
  process.exitCode = status;
  for (const stream of [process.stdout, process.stderr]) stream.on('error', ignoreClosedPipe);
  for (const sentence of sentences) process.stderr.write(`iam-roles: ${sentence}\n`);
  process.stdout.write(output);
}

/** A reader such as `head` may take less than everything. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

void main();
