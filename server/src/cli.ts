import { join } from 'node:path';
import { parseArguments, usage } from './cli/arguments.ts';
import { runCheck } from './cli/check.ts';

const call = parseArguments(process.argv.slice(2));
switch (call.kind) {
  case 'help':
    process.stdout.write(usage);
    break;
  case 'wrong':
    process.stderr.write(`iam-roles: ${call.message}\n\n${usage}`);
    process.exitCode = 2;
    break;
  case 'check':
    process.exitCode = runCheck(call, join(__dirname, 'catalog.data'));
    break;
}
