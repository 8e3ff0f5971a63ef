import { readFile, stat } from 'node:fs/promises';
import { AssumeRoleWithWebIdentityCommand } from '@aws-sdk/client-sts';
import type { SessionCredentials } from '../../roles/awsApi.ts';
import { credentialsOf } from '../operations/sessions.ts';
import type { Section } from '../profileFiles.ts';
import { type CredentialContext, stsClient } from './credentialContext.ts';
import { credentialError } from './credentialError.ts';

/** AWS takes 20,000 characters. */
const largestToken = 20_000;

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html */
export async function assumeRoleWithWebIdentity(
  name: string,
  section: Section,
  context: CredentialContext,
): Promise<SessionCredentials> {
  const { role_arn, role_session_name, web_identity_token_file = '' } = section;
  const token = await readToken(name, web_identity_token_file);
  const unsigned = () => Promise.reject(new Error('This call is not signed.'));
  const command = new AssumeRoleWithWebIdentityCommand({
    RoleArn: role_arn,
    RoleSessionName: role_session_name ?? `iam-roles-${Date.now()}`,
    WebIdentityToken: token,
  });
  return credentialsOf((await stsClient(context, unsigned).send(command)).Credentials);
}

async function readToken(name: string, path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile() && found.size <= largestToken) {
    const token = await readFile(path, 'utf8').catch(() => undefined);
    if (token !== undefined) return token.trim();
  }
  throw credentialError(
    'tokenFileUnreadable',
    `The web_identity_token_file of the profile ${name} is missing, cannot be read or holds no token: ${path}. Have the token written anew, or correct the path.`,
  );
}
