/** Builds, packs and runs the suite in a real VS Code alone: `npm run test:vscode`. */
import { build } from '../build.mts';
import { packExtension } from '../package.mts';
import { runVsCodeSuite } from './suite.mts';

await build();
const { passed, failed } = await runVsCodeSuite(await packExtension());
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
