/** Every test there is, in order; each step runs even when one before it failed. */
import { readFileSync, rmSync } from 'node:fs';
import { prepareMoto } from './aws/motoPython.mts';
import { build } from './build.mts';
import { generate } from './generate.mts';
import { packExtension } from './package.mts';
import { inRepository, run } from './repository.mts';
import { runInterfaceSuite } from './vscode/interfaceSuite.mts';
import { type Count, runVsCodeSuite } from './vscode/suite.mts';

interface Step {
  readonly title: string;
  run(): Promise<Count>;
}

const vsix = inRepository('dist/iam-roles.vsix');

const steps: readonly Step[] = [
  { title: 'Generate', run: () => once(generate) },
  { title: 'Lint and format (Biome)', run: () => command('biome', 'ci', '--error-on-warnings') },
  { title: 'Types', run: () => command('tsc', '-p', '.') },
  { title: 'Types of the core, without Node', run: () => command('tsc', '-p', 'server', '--noEmit') },
  { title: 'Types of the webview', run: () => command('tsc', '-p', 'client/webview') },
  { title: 'Schemas are up to date', run: () => command('node', 'scripts/schemas.mts', '--check') },
  { title: 'Unused files, exports and dependencies (knip)', run: () => command('knip') },
  { title: 'Build', run: () => once(build) },
  { title: 'moto, which stands in for AWS', run: () => once(prepareMoto) },
  { title: 'Unit, protocol, AWS and repository tests', run: vitest },
  { title: 'Package', run: () => once(packExtension) },
  { title: 'A real VS Code', run: async () => runVsCodeSuite(vsix) },
  { title: 'The interface of a real VS Code', run: async () => runInterfaceSuite(vsix) },
];

async function once(work: () => Promise<unknown>): Promise<Count> {
  await work();
  return { passed: 1, failed: 0 };
}

async function command(name: string, ...args: string[]): Promise<Count> {
  const passed = (await run(name, args)) === 0;
  return passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** A run that fails without a failed test, such as one with a file that does not load, counts as one failure. */
async function vitest(): Promise<Count> {
  const file = 'dist/test/vitest.json';
  rmSync(inRepository(file), { force: true });
  const code = await run('vitest', ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]);
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(inRepository(file), 'utf8'));
  return { passed: numPassedTests, failed: Math.max(numFailedTests, code === 0 ? 0 : 1) };
}

const total = { passed: 0, failed: 0 };
const failedSteps: string[] = [];
for (const step of steps) {
  console.log(`\n=== ${step.title} ===`);
  let count: Count;
  try {
    count = await step.run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    count = { passed: 0, failed: 1 };
  }
  total.passed += count.passed;
  total.failed += count.failed;
  if (count.failed > 0) failedSteps.push(step.title);
}
if (failedSteps.length > 0) console.log(`\nFailed: ${failedSteps.join('; ')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
