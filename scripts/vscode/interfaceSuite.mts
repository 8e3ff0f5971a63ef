/** Tests of what a person does at the real interface of VS Code, with moto as AWS. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { type InterfaceTest, interfaceTests } from '../../test/interface/interfaceTests.mts';
import { secretsAreNowhere } from '../../test/interface/secretSearch.mts';
import { writeMotoProfile } from '../aws/motoProfile.mts';
import { startMoto } from '../aws/motoServer.mts';
import { inRepository } from '../repository.mts';
import { findChromium, launchChromium } from './chromium.mts';
import type { Count } from './suite.mts';
import { startWebServer, type WebServer } from './webServer.mts';
import { prepareWebServer } from './webSetup.mts';
import { openWorkbench } from './workbench.mts';

/** Of the active profile, and of nobody; no test may leave the secret part anywhere. */
const keys = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'planted-in-the-credentials-file' };

/** Milliseconds that a step may take on a busy machine. */
const patience = 120_000;

/**
 * Runs each test in a window of its own, on a copy of the suite's folder, in VS Code from the npm registry: desktop
 * VS Code cannot be driven so. Leaves a picture of a window in which a test failed in dist/test/interface. `only` is a
 * part of the names of the tests to run.
 */
export async function runInterfaceSuite(vsix: string, only = ''): Promise<Count> {
  console.log('\nThe interface of VS Code from the npm registry, driven by keyboard');
  const tests = interfaceTests.filter(({ name }) => name.includes(only));
  const executable = findChromium();
  const main = await prepareWebServer();
  const moto = await startMoto();
  const profile = writeMotoProfile('dev', moto.url, keys);
  const folders = mkdtempSync(join(tmpdir(), 'iam-roles-interface-'));
  const count = { passed: 0, failed: 0 };
  try {
    const server = await startWebServer({
      main,
      vsix,
      trusted: true,
      forSuite: false,
      variables: profile.variables,
    });
    const browser = await launchChromium(executable);
    try {
      for (const [index, test] of tests.entries()) {
        await moto.reset();
        const passed = await runTest(test, server, browser, join(folders, `${index}`), moto.url);
        if (passed) count.passed++;
        else count.failed++;
      }
    } finally {
      await browser.close();
      server.stop();
    }
  } finally {
    await moto.stop();
    profile.remove();
    rmSync(folders, { recursive: true, force: true, maxRetries: 5 });
  }
  return count;
}

async function runTest(
  { name, settings, run }: InterfaceTest,
  server: WebServer,
  browser: Browser,
  folder: string,
  aws: string,
): Promise<boolean> {
  cpSync(inRepository('test/vscode/workspace'), folder, { recursive: true });
  if (settings !== undefined) {
    mkdirSync(join(folder, '.vscode'), { recursive: true });
    writeFileSync(join(folder, '.vscode/settings.json'), JSON.stringify(settings));
  }
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  try {
    await openWorkbench(page, server.address(folder));
    await run(page, aws);
    const { secretAccessKey } = keys;
    await secretsAreNowhere(page, { aws, secretAccessKey, folders: [server.data, folder] });
    console.log(`  ✔ ${name}`);
    return true;
  } catch (error) {
    const picture = inRepository(`dist/test/interface/${name.replace(/\W+/g, '-')}.png`);
    mkdirSync(inRepository('dist/test/interface'), { recursive: true });
    await page.screenshot({ path: picture }).catch(() => undefined);
    console.error(`  ✖ ${name}\n${error instanceof Error ? error.stack : error}\n    ${picture}`);
    return false;
  } finally {
    await context.close();
  }
}
