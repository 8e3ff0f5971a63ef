/** Builds, packs and runs the suites in a real VS Code alone: `npm run test:vscode [-- part of the tests' names]`. */
import { build } from '../build.mts';
import { packExtension } from '../package.mts';
import { runInterfaceSuite } from './interfaceSuite.mts';
import { runVsCodeSuite } from './suite.mts';

const only = process.argv[2];
await build();
const vsix = await packExtension();
const counts = [await runVsCodeSuite(vsix, only), await runInterfaceSuite(vsix, only)];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
