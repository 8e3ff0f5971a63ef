import { join } from 'node:path';

/** Variables that show VS Code the AWS files of a folder, and nothing of the person who runs it. */
export function awsEnvironment(folder: string): Readonly<Record<string, string>> {
  return {
    AWS_CONFIG_FILE: join(folder, 'config'),
    AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials'),
    // Empty counts as not set.
    AWS_PROFILE: '',
    AWS_REGION: '',
    AWS_DEFAULT_REGION: '',
    AWS_ENDPOINT_URL: '',
    AWS_ACCESS_KEY_ID: '',
  };
}
