/** Tests of what a person does at the real interface of VS Code, with moto or the project's own fake as AWS. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { startFakeAws } from '../../test/aws/fake/startFakeAws.ts';
import {
  type FakeAwsTest,
  fakeAwsTests,
  type InterfaceTest,
  type MotoTest,
  motoTests,
} from '../../test/interface/interfaceTests.mts';
import {
  type SearchedFor,
  secretsAreNowhere,
  secretsOfFake,
  secretsOfMoto,
} from '../../test/interface/secretSearch.mts';
import { type EmulatorProfile, writeEmulatorProfile } from '../aws/emulatorProfile.mts';
import { type MotoServer, startMoto } from '../aws/motoServer.mts';
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
  const isWanted = ({ name }: { readonly name: string }) => name.includes(only);
  const executable = findChromium();
  const main = await prepareWebServer();
  const moto = await startMoto();
  const profile = writeEmulatorProfile('dev', moto.url, keys);
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
      const window = { server, browser, folders };
      const counted = (passed: boolean) => void (passed ? count.passed++ : count.failed++);
      for (const test of motoTests.filter(isWanted))
        counted(await atMostTwice(() => runOnMoto(test, moto, window)));
      for (const test of fakeAwsTests.filter(isWanted))
        counted(await atMostTwice(() => runOnFake(test, profile, window)));
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

/** VS Code loses a key now and then on a busy machine: what failed is run once more in a new window, and that is told. */
async function atMostTwice(run: () => Promise<boolean>): Promise<boolean> {
  if (await run()) return true;
  console.log('    Once more:');
  return run();
}

interface WindowPlace {
  readonly server: WebServer;
  readonly browser: Browser;
  /** Of the copies that are opened. */
  readonly folders: string;
}

async function runOnMoto(test: MotoTest, moto: MotoServer, place: WindowPlace): Promise<boolean> {
  await moto.reset();
  return runTest(test, moto.url, () => secretsOfMoto(moto.url), place);
}

async function runOnFake(test: FakeAwsTest, profile: EmulatorProfile, place: WindowPlace): Promise<boolean> {
  const fake = await startFakeAws();
  try {
    profile.pointTo(fake.url, test.profiles?.(fake.url));
    return await runTest(test, fake, async () => secretsOfFake(fake), place);
  } finally {
    await fake.stop();
  }
}

async function runTest<Aws>(
  { name, settings, run }: InterfaceTest<Aws>,
  aws: Aws,
  secretsOf: () => Promise<SearchedFor>,
  { server, browser, folders }: WindowPlace,
): Promise<boolean> {
  const folder = mkdtempSync(join(folders, 'folder-'));
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
    const { secrets, isRoleAssumed } = await secretsOf();
    const all = [keys.secretAccessKey, ...secrets];
    await secretsAreNowhere(page, [server.data, folder], { secrets: all, isRoleAssumed });
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
