import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { connect } from '../../client/src/aws/connect.ts';
import type { Connection } from '../../client/src/aws/connection.ts';
import { readProfiles } from '../../client/src/aws/readProfiles.ts';

/** A home folder with a `.aws` of its own for each test, and everything that was told while the test ran. */
export interface ProfileHome {
  readonly folder: string;
  /** Writes a file; `path` is below the home folder, or absolute. */
  write(path: string, text: string): void;
  /** MFA codes to give, in order; then the user gives up. */
  readonly codes: string[];
  /** Devices that a code was asked for, with the problem told. */
  readonly asked: (readonly [string, string | undefined])[];
  readonly log: string[];
  connect(profile: string): Promise<Connection>;
}

const settings = { region: '', productionProfiles: [] };
const isAws = (name: string) => name.startsWith('AWS_') && !name.startsWith('AWS_SDK_');

/** Call it once, outside of tests; the environment is as before after each test. */
export function homeOfEachTest(): ProfileHome {
  let folder = '';
  let before: NodeJS.ProcessEnv = {};
  beforeEach(() => {
    before = { ...process.env };
    folder = mkdtempSync(join(tmpdir(), 'iam-roles-home-'));
    for (const name of Object.keys(process.env).filter(isAws)) delete process.env[name];
    process.env['HOME'] = folder;
    process.env['USERPROFILE'] = folder;
  });
  afterEach(() => {
    // In place: another object would be no environment.
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
    rmSync(folder, { recursive: true, force: true });
    for (const list of [home.codes, home.asked, home.log]) list.length = 0;
  });
  const home: ProfileHome = {
    get folder() {
      return folder;
    },
    write(path, text) {
      const file = path.startsWith('/') ? path : join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    },
    codes: [],
    asked: [],
    log: [],
    async connect(name) {
      const { profiles } = await readProfiles(process.env, folder, settings);
      const profile = profiles.find((one) => one.name === name);
      if (profile === undefined) throw new Error(`No file has the profile ${name}.`);
      return connect(profile, {
        settings,
        async askMfaCode(serialNumber, problem) {
          home.asked.push([serialNumber, problem]);
          return home.codes.shift();
        },
        log: (line) => home.log.push(line),
      });
    },
  };
  return home;
}
