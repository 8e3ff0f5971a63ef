import { findChromium, launchChromium } from './chromium.mts';
import type { Host, SuiteRun } from './host.mts';
import { startWebServer } from './webServer.mts';
import { prepareWebServer } from './webSetup.mts';

/** A suite that says nothing for so many milliseconds hangs. */
const longestSilence = 120_000;
/** What the workbench says of itself. */
const noise =
  /^(\[[\w :-]+\]|Resolv|Creating a socket|Updating additional|Ignoring fetching additional|No search provider)/;

/** VS Code's server and workbench from the npm registry, the workbench in a headless Chromium. */
export async function webHost(): Promise<Host> {
  const executable = findChromium();
  const main = await prepareWebServer();
  return { name: 'VS Code from the npm registry', runSuite: (run) => runSuite(main, executable, run) };
}

async function runSuite(main: string, executable: string, run: SuiteRun): Promise<boolean> {
  const { vsix, trusted, env: variables } = run;
  const server = await startWebServer({ main, vsix, trusted, forSuite: true, variables });
  const browser = await launchChromium(executable);
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await context.newPage();
    return await new Promise<boolean>((settle, fail) => {
      const hang = () => fail(new Error(`The suite said nothing for ${longestSilence / 1000} seconds.`));
      const timer = setTimeout(hang, longestSilence);
      const log = (type: string, args: readonly unknown[]) => {
        timer.refresh();
        if (noise.test(String(args[0]))) return;
        if (type === 'error') console.error(...args);
        else console.log(...args);
      };
      const exit = (code: number) => {
        clearTimeout(timer);
        settle(code === 0);
      };
      const remote = (path: string) => `vscode-remote://${server.authority}${path}`;
      const address = server.address(run.folder, [
        ['extensionDevelopmentPath', remote(run.driver)],
        ['extensionTestsPath', remote(run.suite)],
        ['skipWelcome', 'true'],
      ]);
      const open = async () => {
        await page.exposeFunction('codeAutomationLog', log);
        await page.exposeFunction('codeAutomationExit', exit);
        // On a busy machine the page takes its time; `hang` ends a wait for nothing.
        await page.goto(address, { timeout: longestSilence });
      };
      page.on('crash', () => fail(new Error('The page of VS Code crashed.')));
      open().catch(fail);
    });
  } finally {
    await browser.close();
    server.stop();
  }
}
