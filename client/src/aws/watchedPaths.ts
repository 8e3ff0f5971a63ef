import { join } from 'node:path';
import { type Environment, filePaths } from './profileFiles.ts';

/** What credentials may depend on: two files, and the folders into which sign-ins write. */
export function watchedPaths(env: Environment, home: string): readonly string[] {
  const { config, credentials } = filePaths(env, home);
  const loginCache = env['AWS_LOGIN_CACHE_DIRECTORY'] || join(home, '.aws', 'login', 'cache');
  return [config, credentials, join(home, '.aws', 'sso', 'cache', '*'), join(loginCache, '*')];
}
