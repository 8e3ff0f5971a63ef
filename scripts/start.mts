/**
 * Prints the command line's findings on examples/ and opens the editor on them with the extension.
 * `--no-editor`: only the findings.
 */
import { spawnSync } from 'node:child_process';
import { build } from './build.mts';
import { packExtension } from './package.mts';
import { environment, inRepository, run } from './repository.mts';
import { downloadDesktop } from './vscode/desktopHost.mts';
import { startWebServer } from './vscode/webServer.mts';
import { prepareWebServer } from './vscode/webSetup.mts';

const examples = inRepository('examples');

await build();
console.log('\n$ node dist/cli.js check examples');
const code = await run('node', ['dist/cli.js', 'check', 'examples']);
if (process.argv.includes('--no-editor')) process.exitCode = code > 1 ? code : 0;
else await openEditor();

async function openEditor(): Promise<void> {
  const desktop = await findDesktop();
  if (desktop === undefined) return serveEditor();
  console.log('\nOpening VS Code on examples/.');
  const args = ['--new-window', `--extensionDevelopmentPath=${inRepository('.')}`, examples];
  process.exitCode = await run(desktop, args);
}

/** The installed VS Code, else a downloaded one; undefined when neither can be had or there is no display. */
async function findDesktop(): Promise<string | undefined> {
  const host = process.env['IAM_ROLES_VSCODE_HOST'];
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (host === 'web') return undefined;
  if (host !== 'desktop' && process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) return undefined;
  const shell = process.platform === 'win32';
  if (spawnSync('code', ['--version'], { env: environment, shell }).status === 0) return 'code';
  try {
    return await downloadDesktop();
  } catch (error) {
    if (host === 'desktop') throw error;
    console.log('\nVS Code is neither installed nor can it be downloaded: taking it from the npm registry.');
    return undefined;
  }
}

async function serveEditor(): Promise<void> {
  const main = await prepareWebServer();
  const server = await startWebServer({ main, vsix: await packExtension(), trusted: true, forSuite: false });
  console.log(
    `\nVS Code with the extension: ${server.address(examples)}\nOpen it in a browser. Ctrl-C ends it.`,
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, server.stop);
  await server.ended;
}
