import { type AwsSettings, isProduction } from './awsSettings.ts';
import { resolveEndpoints } from './endpoints.ts';
import type { Profile } from './profile.ts';
import { type Environment, type ProfileFiles, readProfileFiles, type Section } from './profileFiles.ts';
import { kindOf } from './profileKind.ts';
import { resolveRegion } from './region.ts';

/** No section of a file can have this name. */
export const environmentProfile = 'environment variables';

export type ProfileSettings = Pick<AwsSettings, 'region' | 'productionProfiles'>;

export interface Profiles {
  readonly profiles: readonly Profile[];
  readonly files: ProfileFiles;
}

/** Every profile of the AWS config and credentials files, and the environment's credentials if it has some. */
export async function readProfiles(
  env: Environment,
  home: string,
  settings: ProfileSettings,
): Promise<Profiles> {
  const files = await readProfileFiles(env, home);
  return { profiles: profilesOf(files, env, settings), files };
}

function profilesOf(files: ProfileFiles, env: Environment, settings: ProfileSettings): readonly Profile[] {
  const inFiles = [...files.profiles].map(([name, section]) =>
    profileOf(name, section, files, env, settings),
  );
  const inEnvironment = env['AWS_ACCESS_KEY_ID'] && env['AWS_SECRET_ACCESS_KEY'];
  return inEnvironment ? [...inFiles, environmentOf(files, env, settings)] : inFiles;
}

function profileOf(
  name: string,
  section: Section,
  files: ProfileFiles,
  env: Environment,
  settings: ProfileSettings,
): Profile {
  const kind = kindOf(section);
  const isRole = kind === 'role' || kind === 'webIdentity';
  return {
    name,
    kind,
    account: accountOf(section),
    region: resolveRegion(name, files, env, settings.region),
    endpoint: resolveEndpoints(section, files, env).custom.iam,
    roleArn: isRole ? section['role_arn'] : undefined,
    sourceProfile: kind === 'role' ? section['source_profile'] : undefined,
    mfaSerial: kind === 'role' || kind === 'keys' ? section['mfa_serial'] : undefined,
    production: isProduction(name, settings),
  };
}

/** Region and endpoints are of the profile that the AWS CLI takes beside the environment's credentials. */
function environmentOf(files: ProfileFiles, env: Environment, settings: ProfileSettings): Profile {
  const beside = env['AWS_PROFILE'] || 'default';
  return {
    name: environmentProfile,
    kind: 'environment',
    account: env['AWS_ACCOUNT_ID'] || undefined,
    region: resolveRegion(beside, files, env, settings.region),
    endpoint: resolveEndpoints(files.profiles.get(beside) ?? {}, files, env).custom.iam,
    roleArn: undefined,
    sourceProfile: undefined,
    mfaSerial: undefined,
    production: isProduction(environmentProfile, settings),
  };
}

function accountOf(section: Section): string | undefined {
  const { role_arn, sso_account_id, login_session, aws_account_id } = section;
  const inArn = (role_arn ?? login_session)?.split(':')[4];
  return [inArn, sso_account_id, aws_account_id].find((account) => /^\d{12}$/.test(account ?? ''));
}
