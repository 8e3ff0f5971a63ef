/** Builds, packs and runs the suite in a real VS Code alone: `npm run test:vscode`. */
import { build } from '../build.mts';
import { packExtension } from '../package.mts';
import { runInterfaceSuite } from './interfaceSuite.mts';
import { runVsCodeSuite } from './suite.mts';

await build();
const vsix = await packExtension();
const counts = [await runVsCodeSuite(vsix), await runInterfaceSuite(vsix)];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
