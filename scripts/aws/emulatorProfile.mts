import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface EmulatorProfile {
  /** For the environment: AWS's files, and a profile that is active in them; undefined for what must not be in it. */
  readonly variables: Readonly<NodeJS.ProcessEnv>;
  /** Sends its requests to another address from now on; `others` are sections of the config file beside it. */
  pointTo(url: string, others?: string): void;
  remove(): void;
}

interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** The Region of the profile. */
export const emulatorRegion = 'eu-west-1';

/** Of nobody: emulators take any. */
const nobody: Keys = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'not-a-secret' };

/** Files of ~/.aws, in a folder of their own, with one profile whose requests go to this address. */
export function writeEmulatorProfile(name: string, url: string, keys = nobody): EmulatorProfile {
  const folder = mkdtempSync(join(tmpdir(), 'iam-roles-aws-'));
  const [config, credentials] = [join(folder, 'config'), join(folder, 'credentials')];
  const pointTo = (address: string, others = '') =>
    writeFileSync(
      config,
      `[profile ${name}]\nregion = ${emulatorRegion}\nendpoint_url = ${address}\n${others}`,
    );
  pointTo(url);
  const { accessKeyId, secretAccessKey } = keys;
  const lines = [`aws_access_key_id = ${accessKeyId}`, `aws_secret_access_key = ${secretAccessKey}`];
  writeFileSync(credentials, [`[${name}]`, ...lines, ''].join('\n'), { mode: 0o600 });
  return {
    variables: {
      ...withoutAws(),
      AWS_CONFIG_FILE: config,
      AWS_SHARED_CREDENTIALS_FILE: credentials,
      AWS_PROFILE: name,
      AWS_EC2_METADATA_DISABLED: 'true',
    },
    pointTo,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Keys, profiles and endpoints of a real account stay outside. */
function withoutAws(): Readonly<Record<string, undefined>> {
  const names = Object.keys(process.env).filter((name) => /^AWS_/i.test(name));
  return Object.fromEntries(names.map((name) => [name, undefined]));
}
