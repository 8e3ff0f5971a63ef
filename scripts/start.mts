/**
 * Prints the command line's findings on examples/ and opens the editor on them with the extension, and with a sandbox
 * account where moto is installed. `--no-editor`: only the findings. `--no-sandbox`: with your own AWS profiles.
 */
import { spawnSync } from 'node:child_process';
import { findMotoPython, motoPackage } from './aws/motoPython.mts';
import { type Sandbox, sandboxProfile, startSandbox } from './aws/sandbox.mts';
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
  const sandbox = process.argv.includes('--no-sandbox') ? undefined : await offerSandbox();
  try {
    const variables = sandbox?.variables ?? {};
    if (desktop === undefined) await serveEditor(variables);
    else {
      // Exits in the way that ends the sandbox.
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
      console.log('\nOpening VS Code on examples/.');
      const args = ['--new-window', '--wait', `--extensionDevelopmentPath=${inRepository('.')}`, examples];
      process.exitCode = await run(desktop, args, { ...environment, ...variables });
    }
  } finally {
    await sandbox?.stop();
  }
}

async function offerSandbox(): Promise<Sandbox | undefined> {
  if (findMotoPython() === undefined) {
    console.log(
      `\nNo sandbox account: to try the commands that need AWS without an account, install Python 3, run \`pip install '${motoPackage}'\`, and start again.`,
    );
    return undefined;
  }
  try {
    const sandbox = await startSandbox();
    console.log(
      `\nSandbox account: until VS Code ends, moto stands in for AWS at ${sandbox.url} with ${sandbox.content}; in this VS Code, ${sandboxProfile} is the only AWS profile, and your own are out of reach.`,
    );
    return sandbox;
  } catch (error) {
    console.log(`\nNo sandbox account: ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
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

async function serveEditor(variables: Readonly<NodeJS.ProcessEnv>): Promise<void> {
  const main = await prepareWebServer();
  const server = await startWebServer({
    main,
    vsix: await packExtension(),
    trusted: true,
    forSuite: false,
    variables,
  });
  console.log(
    `\nVS Code with the extension: ${server.address(examples)}\nOpen it in a browser. Ctrl-C ends it.`,
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, server.stop);
  await server.ended;
}
