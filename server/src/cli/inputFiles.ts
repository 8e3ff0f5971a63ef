import { readdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, relative, sep } from 'node:path';
import { matchesGlob } from '../policy/glob.ts';
import { settingsFileName } from '../protocol.ts';

/** A text to check. */
export interface InputFile {
  /** As the user would name it, with slashes below a folder on every system; `-` for standard input. */
  readonly path: string;
  readonly text: string;
  /** Named by the user, rather than met in a folder. */
  readonly named: boolean;
  readonly encoding: Encoding;
}

/** How a file's bytes hold its text. */
export interface Encoding {
  readonly name: 'utf8' | 'utf16le';
  readonly hasMark: boolean;
}

/** A file or folder that cannot be read, and why in a sentence. */
export interface UnreadableFile {
  readonly path: string;
  readonly message: string;
}

export type Input = InputFile | UnreadableFile;

/** AWS takes at most 131,072 characters of policy; a template may hold many. Beyond this it is no text to check. */
const largestFile = 64 * 1024 * 1024;

/**
 * The files that paths name, in order: a file by itself, a folder's `.json` and `.jsonc` files sorted by name, and those
 * that a glob matches. `-` is standard input, which goes by `inputName`.
 */
export async function* inputFiles(paths: readonly string[], inputName = '-'): AsyncIterable<Input> {
  for (const path of paths) {
    if (path === '-') yield await readStandardInput(inputName);
    else yield* filesAt(path);
  }
}

function* filesAt(path: string): Iterable<Input> {
  const stats = attempt(path, () => statSync(path));
  if ('message' in stats) yield* /[*?{]/.test(path) ? filesMatching(path) : [stats];
  else if (stats.value.isDirectory()) yield* filesIn(path, new Set(), (_, name) => isJson(name));
  else if (stats.value.isFile() || stats.value.isFIFO()) yield readFile(path, true);
  else yield { path, message: 'It is neither a file nor a folder.' };
}

/** A glob that no shell has expanded; of what it matches, settings files are left out. */
function* filesMatching(pattern: string): Iterable<Input> {
  const segments = pattern.replaceAll(sep, '/').split('/');
  const first = segments.findIndex((segment) => /[*?{]/.test(segment));
  const folder = segments.slice(0, first).join('/') || (pattern.startsWith('/') ? '/' : '.');
  const glob = `./${segments.slice(first).join('/')}`;
  let found = false;
  const matches = (path: string, name: string) =>
    name !== settingsFileName && matchesGlob(glob, relative(folder, path).replaceAll(sep, '/'));
  for (const input of filesIn(folder, new Set(), matches)) {
    found = true;
    yield input;
  }
  if (!found) yield { path: pattern, message: 'It matches no file.' };
}

type Wanted = (path: string, name: string) => boolean;

/** Each folder is entered once, by whatever link it is met. */
function* filesIn(folder: string, entered: Set<string>, isWanted: Wanted): Iterable<Input> {
  const real = attempt(folder, () => realpathSync(folder));
  if ('message' in real) return yield real;
  if (entered.has(real.value)) return;
  entered.add(real.value);
  const listed = attempt(folder, () => readdirSync(folder).sort());
  if ('message' in listed) return yield listed;
  for (const name of listed.value) {
    if (name === 'node_modules' || name === '.git') continue;
    const path = join(folder, name).replaceAll(sep, '/');
    const stats = attempt(path, () => statSync(path));
    if ('message' in stats) {
      if (isWanted(path, name)) yield stats;
    } else if (stats.value.isDirectory()) yield* filesIn(path, entered, isWanted);
    else if (stats.value.isFile() && isWanted(path, name)) yield readFile(path, false);
  }
}

function isJson(name: string): boolean {
  return ['.json', '.jsonc'].includes(extname(name).toLowerCase()) && name !== settingsFileName;
}

function readFile(path: string, named: boolean): Input {
  const read = attempt(path, () => {
    if (statSync(path).size > largestFile) throw new Error('It is larger than 64 MB, which no policy is.');
    return readFileSync(path);
  });
  return 'message' in read ? read : decode(path, read.value, named);
}

/** Read as a stream, as a pipe that does not block cannot be read at once. */
async function readStandardInput(name: string): Promise<Input> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of process.stdin) chunks.push(chunk);
  } catch (error) {
    return unreadable(name, error);
  }
  return decode(name, Buffer.concat(chunks), true);
}

/** UTF-8, or UTF-16 where a byte order mark says so, as the shells of Windows write it. */
function decode(path: string, bytes: Buffer, named: boolean): Input {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  const text = bytes.toString(isUtf16 ? 'utf16le' : 'utf8');
  if (text.includes('\0')) return { path, message: 'It is a binary file, not JSON text.' };
  const hasMark = text.charCodeAt(0) === 0xfeff;
  const encoding: Encoding = { name: isUtf16 ? 'utf16le' : 'utf8', hasMark };
  return { path, text: hasMark ? text.slice(1) : text, named, encoding };
}

/** Writes another text into a file that was read, in the encoding it had; a message where that cannot be done. */
export function writeText({ path, encoding }: InputFile, text: string): UnreadableFile | undefined {
  const { name, hasMark } = encoding;
  const written = attempt(path, () => writeFileSync(path, `${hasMark ? '\ufeff' : ''}${text}`, name));
  return 'message' in written ? written : undefined;
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file or folder.',
  EACCES: 'You are not allowed to open it.',
  EPERM: 'You are not allowed to open it.',
  EROFS: 'It is on a disk that cannot be written.',
  ELOOP: 'Its symbolic links lead in a circle.',
  EISDIR: 'It is a folder.',
  EMFILE: 'Too many files are open.',
};

/** What a reading gives, or why it cannot be done. */
export function attempt<Value>(path: string, read: () => Value): { readonly value: Value } | UnreadableFile {
  try {
    return { value: read() };
  } catch (error) {
    return unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): UnreadableFile {
  if (!(error instanceof Error)) throw error;
  const code = 'code' in error ? String(error.code) : '';
  return { path, message: reasons[code] ?? error.message };
}

/** The settings file that holds for a file: the nearest in its folder or one above it. */
export function nearestSettingsFile(
  path: string,
): { readonly path: string; readonly folder: string } | undefined {
  let folder = attempt(path, () => realpathSync(path === '-' ? '.' : dirname(path)));
  while ('value' in folder) {
    const candidate = join(folder.value, settingsFileName);
    const stats = attempt(candidate, () => statSync(candidate));
    if ('value' in stats && stats.value.isFile()) return { path: candidate, folder: folder.value };
    const parent: string = dirname(folder.value);
    if (parent === folder.value) return undefined;
    folder = { value: parent };
  }
  return undefined;
}

/** A file's path as its settings file's globs see it. */
export function pathWithin(folder: string, path: string): string {
  const real = attempt(path, () => join(realpathSync(dirname(path)), basename(path)));
  const whole = 'value' in real ? real.value : path;
  return relative(folder, whole).replaceAll(sep, '/');
}
