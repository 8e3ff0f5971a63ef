import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { awsEnvironment } from '../vscode/awsEnvironment.mts';

export interface MotoProfile {
  /** Of the environment: AWS's files, and a profile that is active in them. */
  readonly variables: Readonly<Record<string, string>>;
  remove(): void;
}

/** Files of ~/.aws, in a folder of their own, with one profile whose requests go to this address. */
export function writeMotoProfile(name: string, url: string): MotoProfile {
  const folder = mkdtempSync(join(tmpdir(), 'iam-roles-aws-'));
  // Of nobody: moto takes any.
  const keys = ['aws_access_key_id = AKIAIOSFODNN7EXAMPLE', 'aws_secret_access_key = not-a-secret'];
  writeFileSync(join(folder, 'config'), `[profile ${name}]\nregion = eu-west-1\nendpoint_url = ${url}\n`);
  writeFileSync(join(folder, 'credentials'), [`[${name}]`, ...keys, ''].join('\n'), { mode: 0o600 });
  return {
    variables: { ...awsEnvironment(folder), AWS_PROFILE: name },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
