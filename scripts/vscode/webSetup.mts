/** Sets VS Code up from the npm registry: the package code-server carries its server, workbench and extension host. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { inRepository, runQuietly } from '../repository.mts';

/** The one place that says which version is used. It carries VS Code 1.139.1 and wants Node 24. */
const codeServerVersion = '4.139.1';

const cache = resolve(process.env['IAM_ROLES_CACHE'] ?? inRepository('.cache'), 'vscode-web');
const stamp = join(cache, 'complete');
const vscode = join(cache, 'node_modules/code-server/lib/vscode');

/**
 * Makes VS Code's server ready in the cache folder and returns the path of its main module.
 * Takes about a minute and 600 MB the first time. Throws an `Error` with npm's output when it fails.
 */
export async function prepareWebServer(): Promise<string> {
  const main = join(vscode, 'out/server-main.js');
  const isReady = existsSync(stamp) && readFileSync(stamp, 'utf8') === codeServerVersion && existsSync(main);
  if (isReady) return main;
  console.log(`Setting VS Code up in ${cache} (once, about a minute) …`);
  rmSync(cache, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, 'package.json'), '{ "private": true }\n');
  // Install scripts would need a compiler. Of what they build, only the log writer is missed.
  const install = ['install', '--ignore-scripts', '--no-audit', '--no-fund'];
  await runQuietly('npm', [...install, `code-server@${codeServerVersion}`], cache);
  await runQuietly('npm', [...install, '--omit=dev'], vscode);
  const native = join(vscode, 'node_modules/@vscode');
  writeFileSync(join(native, 'native-watchdog/index.js'), 'exports.start = () => {};\n');
  copyFileSync(inRepository('scripts/vscode/plainLog.cjs'), join(native, 'spdlog/index.js'));
  writeFileSync(stamp, codeServerVersion);
  return main;
}
