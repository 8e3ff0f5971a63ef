import type { SessionCredentials } from '../awsApi.ts';

/** What a program needs to act as a session; values as they are in memory, so only for a terminal's environment. */
export function sessionEnvironment(
  { accessKeyId, secretAccessKey, sessionToken, expiration }: SessionCredentials,
  region: string,
  endpoint: string | undefined,
): Readonly<Record<string, string | null>> {
  return {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken ?? null,
    AWS_CREDENTIAL_EXPIRATION: expiration?.toISOString() ?? null,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    // A profile would be taken instead of the keys.
    AWS_PROFILE: null,
    AWS_DEFAULT_PROFILE: null,
    ...(endpoint !== undefined && { AWS_ENDPOINT_URL: endpoint }),
  };
}

export type Shell = 'bash' | 'PowerShell';

const lines: Readonly<Record<Shell, (name: string, value: string) => string>> = {
  bash: (name, value) => `export ${name}='${value.replaceAll("'", `'\\''`)}'`,
  PowerShell: (name, value) => `$Env:${name} = '${value.replaceAll("'", "''")}'`,
};

/** One line for each variable that has a value. */
export function environmentLines(environment: Readonly<Record<string, string | null>>, shell: Shell): string {
  return Object.entries(environment)
    .flatMap(([name, value]) => (value === null ? [] : `${lines[shell](name, value)}\n`))
    .join('');
}

/** Source: AWS SDKs and Tools Reference Guide, Process credential provider. */
export function credentialProcessJson(credentials: SessionCredentials): string {
  return JSON.stringify(
    {
      Version: 1,
      AccessKeyId: credentials.accessKeyId,
      SecretAccessKey: credentials.secretAccessKey,
      SessionToken: credentials.sessionToken,
      Expiration: credentials.expiration?.toISOString(),
    },
    undefined,
    2,
  );
}
