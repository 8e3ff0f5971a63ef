import { spawn } from 'node:child_process';
import { delimiter, join, resolve } from 'node:path';

/** Absolute path of the repository. */
export const root = resolve(import.meta.dirname, '..');

/** Absolute path of a file given by its path in the repository. */
export function inRepository(path: string): string {
  return join(root, path);
}

/** The project's own Node and tools come first. */
export const environment: NodeJS.ProcessEnv = {
  ...process.env,
  PATH: [inRepository('node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter),
};

/** Runs a command in the repository, its output passed on; resolves with its exit code, 1 when it cannot run. */
export function run(command: string, args: readonly string[], env = environment): Promise<number> {
  return new Promise((settle) => {
    const shell = process.platform === 'win32';
    const child = spawn(command, args, { cwd: root, env, stdio: 'inherit', shell });
    child.on('error', ({ message }) => {
      console.error(message);
      settle(1);
    });
    child.on('close', (code) => settle(code ?? 1));
  });
}

/** Runs a command in a folder; throws an `Error` with all its output when it fails. */
export function runQuietly(command: string, args: readonly string[], folder: string): Promise<void> {
  return new Promise((settle, fail) => {
    const shell = process.platform === 'win32';
    const child = spawn(command, args, {
      cwd: folder,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell,
    });
    const output: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
    child.on('error', fail);
    child.on('close', (code) => {
      if (code === 0) settle();
      else fail(new Error(`${command} ${args.join(' ')} failed:\n${Buffer.concat(output).toString()}`));
    });
  });
}
