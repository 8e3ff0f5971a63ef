import { readFileSync, rmSync } from 'node:fs';
import { inRepository } from '../repository.mts';
import { chooseHost } from './host.mts';

export interface Count {
  readonly passed: number;
  readonly failed: number;
}

const results = inRepository('dist/test/vscode/results.json');

/** Runs the suite in a real VS Code with the packed extension, first in a trusted folder, then in one that is not. */
export async function runVsCodeSuite(vsix: string): Promise<Count> {
  const host = await chooseHost();
  const total = { passed: 0, failed: 0 };
  for (const trusted of [true, false]) {
    console.log(`\n${host.name}, ${trusted ? 'a trusted folder' : 'a folder that is not trusted'}`);
    rmSync(results, { force: true });
    const ended = await host.runSuite({
      vsix,
      folder: inRepository('test/vscode/workspace'),
      driver: inRepository('test/vscode/driver'),
      suite: inRepository('dist/test/vscode/index.js'),
      trusted,
    });
    const { passed, failed } = readResults();
    total.passed += passed;
    total.failed += Math.max(failed, ended && passed > 0 ? 0 : 1);
  }
  return total;
}

/** The suite writes them when it ends: without the file it never did. */
function readResults(): Count {
  try {
    return JSON.parse(readFileSync(results, 'utf8'));
  } catch {
    console.error('The suite did not run to its end.');
    return { passed: 0, failed: 1 };
  }
}
