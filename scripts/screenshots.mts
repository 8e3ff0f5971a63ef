/** Takes the pictures of docs/images from a real VS Code. Names as arguments: only those. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { startFakeAws } from '../test/aws/fake/startFakeAws.ts';
import { addEvents, addReviewedRole } from '../test/interface/reviewedRole.mts';
import { writeEmulatorProfile } from './aws/emulatorProfile.mts';
import { startMoto } from './aws/motoServer.mts';
import { startSandbox } from './aws/sandbox.mts';
import { seedSandbox } from './aws/seedSandbox.mts';
import { build } from './build.mts';
import { packExtension } from './package.mts';
import { inRepository } from './repository.mts';
import { explorerScenes } from './screenshots/explorerScenes.mts';
import { liveScenes } from './screenshots/liveScenes.mts';
import { pageScenes } from './screenshots/pageScenes.mts';
import { reviewScenes } from './screenshots/reviewScenes.mts';
import { roleReviewScenes } from './screenshots/roleReviewScenes.mts';
import { roleScenes } from './screenshots/roleScenes.mts';
import type { Scene } from './screenshots/scene.mts';
import { scenes } from './screenshots/scenes.mts';
import { awsProfiles } from './screenshots/texts.mts';
import { awsEnvironment } from './vscode/awsEnvironment.mts';
import { findChromium, launchChromium } from './vscode/chromium.mts';
import { startWebServer, type WebServer } from './vscode/webServer.mts';
import { prepareWebServer } from './vscode/webSetup.mts';
import { openFile, openWorkbench } from './vscode/workbench.mts';

/** Leaves out what is of no use in a picture. */
const pictureSettings = {
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'workbench.activityBar.location': 'hidden',
  'breadcrumbs.enabled': false,
  'editor.stickyScroll.enabled': false,
  'editor.scrollBeyondLastLine': false,
};

const colorThemes = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  highContrast: 'Default High Contrast',
} as const;

/** Taking pictures may be slow where others work on the machine as well. */
const patience = 120_000;

const wanted = new Set(process.argv.slice(2));
const executable = findChromium();
const main = await prepareWebServer();
await build();
const vsix = await packExtension();
const folders = mkdtempSync(join(tmpdir(), 'iam-roles-pictures-'));
const browser = await launchChromium(executable);
mkdirSync(inRepository('docs/images'), { recursive: true });
try {
  writeFileSync(join(folders, 'config'), awsProfiles);
  await takePictures([...scenes, ...pageScenes], awsEnvironment(folders));
  const moto = await startMoto();
  const { keys } = await seedSandbox(moto.url);
  const profile = writeEmulatorProfile('dev', moto.url, keys);
  await takePictures(roleScenes, profile.variables);
  await takePictures(liveScenes(moto.url), profile.variables);
  await moto.stop();
  profile.remove();
  const sandbox = await startSandbox();
  await takePictures(explorerScenes, sandbox.variables);
  await takePictures(reviewScenes, sandbox.variables);
  await sandbox.stop();
  const fake = await startFakeAws();
  addReviewedRole(fake.state);
  addEvents(fake.state);
  const reviewer = writeEmulatorProfile('dev', fake.url);
  await takePictures(roleReviewScenes, reviewer.variables);
  await fake.stop();
  reviewer.remove();
} finally {
  await browser.close();
  rmSync(folders, { recursive: true, force: true });
}

/** Of the scenes that are wanted, with these variables of the environment. */
async function takePictures(all: readonly Scene[], variables: Readonly<NodeJS.ProcessEnv>): Promise<void> {
  const chosen = all.filter(({ name }) => wanted.size === 0 || wanted.has(name));
  if (chosen.length === 0) return;
  const server = await startWebServer({ main, vsix, trusted: true, forSuite: false, variables });
  try {
    for (const scene of chosen) await takePicture(scene, server, browser);
  } finally {
    server.stop();
  }
}

async function takePicture(
  scene: Scene,
  { address, setUserSettings }: WebServer,
  from: Browser,
): Promise<void> {
  const { name, theme, file, text, settings, size = { width: 960, height: 560 }, steps } = scene;
  // One for each, as VS Code keeps what is unsaved in a folder.
  const folder = join(folders, name, 'examples');
  cpSync(inRepository('examples'), folder, { recursive: true });
  if (text !== undefined) writeFileSync(join(folder, file), text);
  setUserSettings({ ...pictureSettings, 'workbench.colorTheme': colorThemes[theme], ...settings });
  const context = await from.newContext({ viewport: size, deviceScaleFactor: 1.5 });
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  await openWorkbench(page, address(folder));
  await openFile(page, file);
  await steps(page);
  await page.screenshot({ path: inRepository(`docs/images/${name}.png`), animations: 'disabled' });
  console.log(`docs/images/${name}.png`);
  await context.close();
}
