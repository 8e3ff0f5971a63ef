import { homedir } from 'node:os';
import type { Connection, ConnectionPorts } from './connection.ts';
import { createConnection } from './createConnection.ts';
import { credentialError } from './credentials/credentialError.ts';
import { profileCredentials } from './credentials/profileCredentials.ts';
import { resolveEndpoints } from './endpoints.ts';
import type { Profile } from './profile.ts';
import { filePaths, readProfileFiles } from './profileFiles.ts';
import { profileProblem } from './profileProblem.ts';
import { environmentProfile, readProfiles } from './readProfiles.ts';

/** A connection by a profile as the files have it now; nothing is called yet. Throws an `AwsError`. */
export async function connect(profile: Profile, ports: ConnectionPorts): Promise<Connection> {
  const { name } = profile;
  const env = process.env;
  const { profiles, files } = await readProfiles(env, homedir(), ports.settings);
  const found = profiles.find((one) => one.name === name);
  if (found === undefined)
    throw credentialError('noSuchProfile', profileProblem(name, files) ?? `There is no profile ${name}.`);
  const { region = '' } = found;
  if (!/^[a-z0-9-]{1,63}$/.test(region))
    throw credentialError(
      'invalidRegion',
      `The Region of the profile ${name} is no name of a Region, such as eu-west-1: correct it in the AWS config file.`,
    );
  const settings = name === environmentProfile ? env['AWS_PROFILE'] || 'default' : name;
  const endpoints = resolveEndpoints(files.profiles.get(settings) ?? {}, files, env);
  const paths = filePaths(env, homedir());
  return createConnection({
    profile: found,
    region,
    endpoints: endpoints.custom,
    variant: endpoints,
    log: ports.log,
    async credentials() {
      const now = await readProfileFiles(env, homedir());
      return profileCredentials(name, { files: now, paths, region, endpoints, ports });
    },
  });
}
