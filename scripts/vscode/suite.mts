import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ActivationTime } from '../../test/vscode/activationTime.ts';
import { inRepository } from '../repository.mts';
import { awsEnvironment } from './awsEnvironment.mts';
import { chooseHost } from './host.mts';

export interface Count {
  readonly passed: number;
  readonly failed: number;
}

interface Results extends Count {
  readonly activation?: ActivationTime;
}

const results = inRepository('dist/test/vscode/results.json');

/**
 * Runs the suite in a real VS Code with the packed extension, first in a trusted folder, then in one that is not.
 * The folder is a copy, so that tests can write into it. Leaves the activation time in dist/activation.json. `only` is a
 * part of the names of the tests to run.
 */
export async function runVsCodeSuite(vsix: string, only = ''): Promise<Count> {
  const host = await chooseHost();
  const total = { passed: 0, failed: 0 };
  const windows: ActivationTime[] = [];
  for (const trusted of [true, false]) {
    console.log(`\n${host.name}, ${trusted ? 'a trusted folder' : 'a folder that is not trusted'}`);
    rmSync(results, { force: true });
    const folder = mkdtempSync(join(tmpdir(), 'iam-roles-workspace-'));
    cpSync(inRepository('test/vscode/workspace'), folder, { recursive: true });
    const aws = mkdtempSync(join(tmpdir(), 'iam-roles-aws-'));
    cpSync(inRepository('test/vscode/aws'), aws, { recursive: true });
    const ended = await host
      .runSuite({
        env: { ...awsEnvironment(aws), IAM_ROLES_TESTS: only },
        vsix,
        folder,
        driver: inRepository('test/vscode/driver'),
        suite: inRepository('dist/test/vscode/index.js'),
        trusted,
      })
      .finally(() => {
        for (const made of [folder, aws]) rmSync(made, { recursive: true, force: true, maxRetries: 5 });
      });
    const { passed, failed, activation } = readResults();
    total.passed += passed;
    total.failed += Math.max(failed, ended && (passed > 0 || only !== '') ? 0 : 1);
    if (activation !== undefined) windows.push(activation);
  }
  if (windows.length > 0) writeActivation(host.name, windows);
  return total;
}

/** Each window is a process of its own; the quickest was disturbed least by what else this machine does. */
function writeActivation(host: string, windows: readonly ActivationTime[]): void {
  const times = windows.map(({ loadCode, callActivate }) => loadCode + callActivate);
  const content = { milliseconds: Math.min(...times), host, windows };
  writeFileSync(inRepository('dist/activation.json'), JSON.stringify(content, undefined, 2));
}

/** The suite writes them when it ends: without the file it never did. */
function readResults(): Results {
  try {
    return JSON.parse(readFileSync(results, 'utf8'));
  } catch {
    console.error('The suite did not run to its end.');
    return { passed: 0, failed: 1 };
  }
}
