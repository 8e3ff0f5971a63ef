import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  downloadAndUnzipVSCode,
  resolveCliPathFromVSCodeExecutablePath,
  SilentReporter,
} from '@vscode/test-electron';
import { inRepository, runQuietly } from '../repository.mts';
import type { Host, SuiteRun } from './host.mts';
import { userSettings } from './userSettings.mts';

/** Milliseconds without a byte after which the download is given up. */
const downloadSilence = 10_000;

/** The current VS Code for desktops, downloaded once. Throws an `Error` when it cannot be had or shown here. */
export async function desktopHost(): Promise<Host> {
  const launcher = findDisplay();
  const executable = await downloadDesktop();
  return { name: 'desktop VS Code', runSuite: (run) => runSuite(launcher, executable, run) };
}

/** Downloads VS Code unless that was done; returns the path of its executable. */
export function downloadDesktop(): Promise<string> {
  return downloadAndUnzipVSCode({
    version: 'stable',
    cachePath: inRepository('.vscode-test'),
    timeout: downloadSilence,
    reporter: new SilentReporter(),
  });
}

/** What a command is to be started with so that it has a display. */
function findDisplay(): readonly string[] {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform !== 'linux' || DISPLAY || WAYLAND_DISPLAY) return [];
  if (spawnSync('xvfb-run', ['--help']).status === 0) return ['xvfb-run', '-a'];
  throw new Error('there is no display, nor xvfb-run');
}

async function runSuite(launcher: readonly string[], executable: string, run: SuiteRun): Promise<boolean> {
  const data = mkdtempSync(join(tmpdir(), 'iam-roles-vscode-'));
  try {
    mkdirSync(join(data, 'user/User'), { recursive: true });
    writeFileSync(join(data, 'user/User/settings.json'), JSON.stringify(userSettings, undefined, 2));
    const profile = [`--user-data-dir=${join(data, 'user')}`, `--extensions-dir=${join(data, 'extensions')}`];
    const cli = resolveCliPathFromVSCodeExecutablePath(executable);
    await runQuietly(cli, ['--install-extension', run.vsix, '--no-sandbox', ...profile], data);
    const args = [
      run.folder,
      ...profile,
      '--no-sandbox',
      '--disable-gpu-sandbox',
      '--disable-updates',
      '--skip-welcome',
      '--skip-release-notes',
      '--disable-telemetry',
      ...(run.trusted ? ['--disable-workspace-trust'] : []),
      `--extensionDevelopmentPath=${run.driver}`,
      `--extensionTestsPath=${run.suite}`,
    ];
    return (await exitCode([...launcher, executable, ...args], run.env)) === 0;
  } finally {
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  }
}

function exitCode([command = '', ...args]: readonly string[], env: SuiteRun['env']): Promise<number | null> {
  return new Promise((settle, fail) => {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
    child.on('error', fail);
    child.on('close', settle);
  });
}
