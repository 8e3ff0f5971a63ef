import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { catalogPath } from '../../catalog.ts';

export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** The built command line, run in a folder that each test has for itself. */
export interface CommandLine {
  /** The path of the program. */
  readonly cli: string;
  /** The folder of the running test. */
  folder(): string;
  write(path: string, content: string | Buffer): void;
  read(path: string): string;
  run(words: readonly string[], input?: string | Buffer, takeOutput?: boolean): Promise<Ended>;
  /** Files and codes of what `check` finds. */
  codes(words: readonly string[], input?: string | Buffer): Promise<string[]>;
}

/** Builds the command line before the tests of a file, and cleans up behind them. */
export function commandLine(): CommandLine {
  const place = mkdtempSync(join(tmpdir(), 'iam-roles-cli-'));
  const cli = join(place, 'dist/cli.js');
  let folder = '';
  let count = 0;
  beforeAll(async () => {
    await build({
      entryPoints: ['server/src/cli.ts'],
      bundle: true,
      platform: 'node',
      format: 'cjs',
      mainFields: ['module', 'main'],
      outfile: cli,
    });
    symlinkSync(resolve('package.json'), join(place, 'package.json'));
    symlinkSync(catalogPath, join(dirname(cli), 'catalog.data'));
  });
  beforeEach(() => {
    folder = join(place, String(count++));
    mkdirSync(folder);
  });
  afterAll(() => rmSync(place, { recursive: true }));

  const run: CommandLine['run'] = (words, input = '', takeOutput = true) =>
    new Promise((settle) => {
      const child = spawn(process.execPath, [cli, ...words], { cwd: folder });
      const out: Buffer[] = [];
      const err: Buffer[] = [];
      if (takeOutput) child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
      else child.stdout.destroy();
      child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
      child.stdin.on('error', () => {});
      child.stdin.end(input);
      child.on('close', (status) =>
        settle({ status, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
      );
    });

  return {
    cli,
    folder: () => folder,
    write(path, content) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    },
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    run,
    async codes(words, input) {
      const { out } = await run(['check', '--format', 'json', ...words], input);
      return JSON.parse(out).findings.map(
        ({ file, code }: { file: string; code: string }) => `${file} ${code}`,
      );
    },
  };
}

export const clean = `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" }
  ]
}
`;
export const wrong = clean.replace('s3:GetObject', 's3:GetObjekt');
export const trust = `{ "Version": "2012-10-17", "Statement": [
  { "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" } ] }`;
