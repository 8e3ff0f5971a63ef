/** Takes the pictures of docs/images from a real VS Code. Names as arguments: only those. */
import { mkdirSync } from 'node:fs';
import { build } from './build.mts';
import { packExtension } from './package.mts';
import { inRepository } from './repository.mts';
import { scenes } from './screenshots/scenes.mts';
import { findChromium, launchChromium } from './vscode/chromium.mts';
import { startWebServer } from './vscode/webServer.mts';
import { prepareWebServer } from './vscode/webSetup.mts';
import { openFile, openWorkbench, policyTypeShown } from './vscode/workbench.mts';

const wanted = new Set(process.argv.slice(2));
const executable = findChromium();
const main = await prepareWebServer();
await build();
const server = await startWebServer({ main, vsix: await packExtension(), trusted: true, forSuite: false });
const browser = await launchChromium(executable);
mkdirSync(inRepository('docs/images'), { recursive: true });
for (const { name, file, steps } of scenes) {
  if (wanted.size > 0 && !wanted.has(name)) continue;
  const context = await browser.newContext({
    viewport: { width: 1100, height: 700 },
    deviceScaleFactor: 1.5,
  });
  const page = await context.newPage();
  await openWorkbench(page, server.address(inRepository('examples')));
  await openFile(page, file);
  await policyTypeShown(page);
  await steps(page);
  await page.screenshot({ path: inRepository(`docs/images/${name}.png`), animations: 'disabled' });
  console.log(`docs/images/${name}.png`);
  await context.close();
}
await browser.close();
server.stop();
