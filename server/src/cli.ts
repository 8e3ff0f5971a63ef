import { join } from 'node:path';
import { parseArguments, usage } from './cli/arguments.ts';
import { runCheck } from './cli/check.ts';

async function main(): Promise<void> {
  const call = parseArguments(process.argv.slice(2));
  if (call.kind === 'help') return end(0, usage, []);
  if (call.kind === 'wrong') return end(2, '', [`${call.message}\n\n${usage.trimEnd()}`]);
  const { status, output, complaints } = await runCheck(call, join(__dirname, 'catalog.data'));
  end(status, output, complaints);
}

/** The process ends by itself once all is written, which `process.exit` would cut short. */
function end(status: number, output: string, complaints: readonly string[]): void {
  process.exitCode = status;
  for (const stream of [process.stdout, process.stderr]) stream.on('error', ignoreClosedPipe);
  for (const complaint of complaints) process.stderr.write(`iam-roles: ${complaint}\n`);
  process.stdout.write(output);
}

/** A reader such as `head` may take less than everything. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

void main();
