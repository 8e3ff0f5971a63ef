import { fromLoginCredentials, fromSSO } from '@aws-sdk/credential-providers';
import type { CredentialContext } from './credentialContext.ts';
import { explainCredentialError, type Reason } from './credentialError.ts';
import { sessionOf } from './sessionOf.ts';

const ssoReasons: readonly Reason[] = [
  {
    words: /ForbiddenException/,
    code: 'AccessDenied',
    say: (profile) =>
      `IAM Identity Center does not give you the role of the profile ${profile} in its account: check sso_account_id and sso_role_name, or ask who manages access.`,
  },
  {
    words: /expired|is invalid|not found or is invalid|Value not present|UnauthorizedException/,
    code: 'signInExpired',
    say: (profile) =>
      `The sign-in of the profile ${profile} to IAM Identity Center has run out, or there was none yet: sign in again.`,
  },
];

/** https://docs.aws.amazon.com/sdkref/latest/guide/feature-sso-credentials.html */
export async function ssoCredentials(profile: string, context: CredentialContext) {
  const { endpoints, paths } = context;
  const endpoint = endpoints.custom.sso;
  try {
    const provide = fromSSO({
      profile,
      filepath: paths.credentials,
      configFilepath: paths.config,
      ignoreCache: true,
      clientConfig: endpoint === undefined ? { ignoreConfiguredEndpointUrls: true } : { endpoint },
    });
    return sessionOf(await provide());
  } catch (error) {
    const otherwise = `IAM Identity Center gave no credentials for the profile ${profile}: look at its settings, or sign in again.`;
    throw explainCredentialError(error, profile, ssoReasons, otherwise);
  }
}

const loginReasons: readonly Reason[] = [
  {
    words: /insufficient permissions/,
    code: 'AccessDenied',
    say: (profile) =>
      `The user of the profile ${profile} may not renew its sign-in: attach the AWS managed policy SignInLocalDevelopmentAccess, which allows it.`,
  },
  {
    words: /Failed to load token|Token validation failed|reauthenticate|re-authenticate|Dpop/,
    code: 'signInExpired',
    say: (profile) =>
      `The sign-in of the profile ${profile} by \`aws login\` has run out, or there was none yet: sign in again.`,
  },
];

/** https://docs.aws.amazon.com/sdkref/latest/guide/feature-login-credentials.html */
export async function loginCredentials(profile: string, context: CredentialContext) {
  const { endpoints, paths, region } = context;
  const endpoint = endpoints.custom.signin;
  try {
    const provide = fromLoginCredentials({
      profile,
      filepath: paths.credentials,
      configFilepath: paths.config,
      ignoreCache: true,
      clientConfig: endpoint === undefined ? { ignoreConfiguredEndpointUrls: true } : { endpoint },
    });
    return sessionOf(await provide({ callerClientConfig: { region: async () => region } }));
  } catch (error) {
    const otherwise = `\`aws login\` gave no credentials for the profile ${profile}: sign in again.`;
    throw explainCredentialError(error, profile, loginReasons, otherwise);
  }
}
