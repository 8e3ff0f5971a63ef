import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { loadSharedConfigFiles } from '@smithy/shared-ini-file-loader';

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Keys and values of one section of a file, as they stand there. */
export type Section = Readonly<Record<string, string | undefined>>;

/** What the AWS config and credentials files say, of both together. */
export interface ProfileFiles {
  readonly profiles: ReadonlyMap<string, Section>;
  readonly ssoSessions: ReadonlyMap<string, Section>;
  /** Keys are `SERVICE.KEY`, such as `iam.endpoint_url`. */
  readonly services: ReadonlyMap<string, Section>;
  /** A sentence for each file that stands there and could not be used. */
  readonly problems: readonly string[];
}

export interface FilePaths {
  readonly config: string;
  readonly credentials: string;
}

/** Where the files are. https://docs.aws.amazon.com/sdkref/latest/guide/file-location.html */
export function filePaths(env: Environment, home: string): FilePaths {
  const path = (variable: string, name: string) => {
    const named = env[variable];
    if (!named) return join(home, '.aws', name);
    return named.startsWith('~/') ? join(home, named.slice(2)) : named;
  };
  return {
    config: path('AWS_CONFIG_FILE', 'config'),
    credentials: path('AWS_SHARED_CREDENTIALS_FILE', 'credentials'),
  };
}

/** Reads both files anew. A file that is missing is empty; one that cannot be used is told of in `problems`. */
export async function readProfileFiles(env: Environment, home: string): Promise<ProfileFiles> {
  const paths = filePaths(env, home);
  const problems = await Promise.all([problemOf(paths.config), problemOf(paths.credentials)]);
  const [configProblem, credentialsProblem] = problems;
  const { configFile, credentialsFile } = await loadSharedConfigFiles({
    // No file has an empty path.
    configFilepath: configProblem === undefined ? paths.config : '',
    filepath: credentialsProblem === undefined ? paths.credentials : '',
    ignoreCache: true,
  });
  return {
    ...mergeFiles(configFile, credentialsFile),
    problems: problems.filter((problem) => problem !== undefined),
  };
}

/** Keys of the credentials file are stronger than those of the config file. */
function mergeFiles(
  config: Readonly<Record<string, Section>>,
  credentials: Readonly<Record<string, Section>>,
): Omit<ProfileFiles, 'problems'> {
  const profiles = new Map<string, Section>();
  const ssoSessions = new Map<string, Section>();
  const services = new Map<string, Section>();
  for (const [name, section] of Object.entries(config)) {
    if (name.startsWith('sso-session.')) ssoSessions.set(name.slice('sso-session.'.length), section);
    else if (name.startsWith('services.')) services.set(name.slice('services.'.length), section);
    else profiles.set(name, section);
  }
  for (const [name, section] of Object.entries(credentials)) {
    // `[profile dev]` and the like mean nothing in this file.
    if (/^(?:profile|sso-session|services)\./.test(name)) continue;
    profiles.set(name, { ...profiles.get(name), ...section });
  }
  return { profiles, ssoSessions, services };
}

/** More than anybody's profiles, in bytes. */
const largestFile = 4_000_000;

/** The SDK's parser writes to what these names have in every object. */
const harmful = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Why a file is better not read by the SDK's parser, which keeps silent about it or never ends. */
async function problemOf(path: string): Promise<string | undefined> {
  try {
    const found = await stat(path);
    if (!found.isFile())
      return path === '/dev/null'
        ? undefined
        : `${path} is not used, because it is not a file; name another in its environment variable.`;
    if (found.size > largestFile)
      return `${path} is not used, because it has more than ${largestFile / 1_000_000} MB; move what is not about profiles elsewhere.`;
    const text = await readFile(path, 'utf8');
    if (text.includes('\0')) return `${path} is not used, because it is not text in UTF-8; save it as such.`;
    const words = [...text.matchAll(/^\s*\[(.*)\]/gm)].flatMap(([, name = '']) => name.split(/[\s"']+/));
    const bad = words.find((word) => harmful.has(word));
    return bad && `${path} is not used, because no profile can be named ${bad}; give it another name.`;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    const why = code === 'EACCES' || code === 'EPERM' ? 'you may not read it' : `of the error ${code}`;
    return `${path} cannot be read, because ${why}; look at the file and its permissions.`;
  }
}
