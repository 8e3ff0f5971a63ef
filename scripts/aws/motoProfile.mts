import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface MotoProfile {
  /** For the environment: AWS's files, and a profile that is active in them; undefined for what must not be in it. */
  readonly variables: Readonly<NodeJS.ProcessEnv>;
  remove(): void;
}

interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** The Region of the profile. */
export const motoRegion = 'eu-west-1';

/** Of nobody: moto takes any. */
const nobody: Keys = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'not-a-secret' };

/** Files of ~/.aws, in a folder of their own, with one profile whose requests go to this address. */
export function writeMotoProfile(name: string, url: string, keys = nobody): MotoProfile {
  const folder = mkdtempSync(join(tmpdir(), 'iam-roles-aws-'));
  const [config, credentials] = [join(folder, 'config'), join(folder, 'credentials')];
  writeFileSync(config, `[profile ${name}]\nregion = ${motoRegion}\nendpoint_url = ${url}\n`);
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
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Keys, profiles and endpoints of a real account stay outside. */
function withoutAws(): Readonly<Record<string, undefined>> {
  const names = Object.keys(process.env).filter((name) => /^AWS_/i.test(name));
  return Object.fromEntries(names.map((name) => [name, undefined]));
}
