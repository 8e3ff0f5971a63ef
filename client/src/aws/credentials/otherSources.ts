import {
  fromContainerMetadata,
  fromEnv,
  fromHttp,
  fromInstanceMetadata,
  fromProcess,
} from '@aws-sdk/credential-providers';
import type { SessionCredentials } from '../../roles/awsApi.ts';
import type { CredentialContext } from './credentialContext.ts';
import { credentialError, explainCredentialError, type Reason } from './credentialError.ts';
import { sessionOf } from './sessionOf.ts';

const processReasons: readonly Reason[] = [
  {
    words: /invalid JSON|Version 1|invalid credentials/,
    code: 'credentialProcessFailed',
    say: (profile) =>
      `The credential_process of the profile ${profile} did not print credentials as AWS describes them: run it in a terminal and compare.`,
  },
  {
    words: /expired credentials/,
    code: 'credentialProcessFailed',
    say: (profile) =>
      `The credential_process of the profile ${profile} printed credentials that have expired: renew what it takes them from.`,
  },
  {
    // What follows may hold secrets: the command itself, and what it printed.
    words: /./s,
    code: 'credentialProcessFailed',
    say: (profile) =>
      `The credential_process of the profile ${profile} ended with an error: run it in a terminal to see why.`,
  },
];

/** https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html */
export async function processCredentials(profile: string, { paths }: CredentialContext) {
  try {
    const { config, credentials } = paths;
    return sessionOf(
      await fromProcess({ profile, filepath: credentials, configFilepath: config, ignoreCache: true })(),
    );
  } catch (error) {
    throw explainCredentialError(error, profile, processReasons, '');
  }
}

export async function environmentCredentials(): Promise<SessionCredentials> {
  try {
    return sessionOf(await fromEnv()());
  } catch {
    throw credentialError(
      'noCredentials',
      'The environment of VS Code has no AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY: set both before VS Code starts, or choose a profile.',
    );
  }
}

/** By the value of `credential_source`. */
const sources: Readonly<Record<string, () => Promise<SessionCredentials>>> = {
  Environment: environmentCredentials,
  EcsContainer: async () =>
    sessionOf(
      await (process.env['AWS_CONTAINER_CREDENTIALS_FULL_URI'] ? fromHttp() : fromContainerMetadata())(),
    ),
  Ec2InstanceMetadata: async () => sessionOf(await fromInstanceMetadata()()),
};

/** What the machine itself gives. */
export async function namedSource(profile: string, source: string): Promise<SessionCredentials> {
  const get = Object.hasOwn(sources, source) ? sources[source] : undefined;
  if (get === undefined)
    throw credentialError(
      'noCredentials',
      `The profile ${profile} has the credential_source ${source}, which AWS does not have: write one of ${Object.keys(sources).join(', ')}.`,
    );
  try {
    return await get();
  } catch (error) {
    const otherwise = `The credential_source ${source} of the profile ${profile} gives no credentials on this machine: use the profile where it does, or another one.`;
    throw explainCredentialError(error, profile, [], otherwise);
  }
}
