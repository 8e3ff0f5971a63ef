import { type PolicyType, policyTypes } from '../policy/policyType.ts';
import type { Severity } from '../protocol.ts';

export const usage = `Usage: iam-roles check [OPTION ...] FILE|FOLDER|GLOB|- ...
       iam-roles fmt [--check] FILE|FOLDER|GLOB|- ...
       iam-roles explain CODE
       iam-roles --version

check: Checks IAM policy documents offline. - reads standard input. Folders are searched for .json and .jsonc files.

  --type TYPE            ${policyTypes.join(', ')}
                         (otherwise told from iam-roles.config.json, the file's name, and its content)
  --format FORMAT        text (for people), json, sarif (2.1.0, for code scanning), or github (annotations of a workflow)
  --fail-on LEVEL        exit 1 from this severity on: ERROR, SECURITY_WARNING (default), WARNING, SUGGESTION, or never
  --fix                  mend in the files what can be mended without changing what was meant, and report the rest
  --baseline FILE        report only what is not in FILE, which an earlier call wrote with --format json
  --config FILE          take this settings file instead of the nearest iam-roles.config.json of each file
  --stdin-filename NAME  what standard input is called in reports, and told by

fmt: Writes policies in the order and the form of AWS's documentation, with the file's own indentation.

  --check                write nothing, name the files that would change, and exit 1 if there are any

explain: Prints what a check finds, why, what to do, and examples.

Exit status: 0 no finding that fails, 1 at least one, or with fmt --check a file, 2 a wrong call or a file that cannot be read.
`;

export const formats = ['text', 'json', 'sarif', 'github'] as const;
export type Format = (typeof formats)[number];
export type FailOn = Severity | 'never';
const failOnLevels = ['ERROR', 'SECURITY_WARNING', 'WARNING', 'SUGGESTION', 'never'] as const;

export interface CheckCall {
  readonly kind: 'check';
  readonly type: PolicyType | undefined;
  readonly format: Format;
  readonly failOn: FailOn;
  /** Write into the files what may be mended unasked. */
  readonly fix: boolean;
  /** Paths of a settings file and of a report to compare with. */
  readonly config: string | undefined;
  readonly baseline: string | undefined;
  /** The name of standard input. */
  readonly inputName: string | undefined;
  readonly paths: readonly string[];
}

export interface FormatCall {
  readonly kind: 'fmt';
  /** Tell which files would change, and write none. */
  readonly onlyCheck: boolean;
  readonly paths: readonly string[];
}

export type Call =
  | CheckCall
  | FormatCall
  | { readonly kind: 'explain'; readonly code: string }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'wrong'; readonly message: string };

/** What stands behind each option: one of some words, any word, or nothing. */
const options = {
  '--type': policyTypes,
  '--format': formats,
  '--fail-on': failOnLevels,
  '--config': 'a file',
  '--baseline': 'a file',
  '--stdin-filename': 'a name',
  '--fix': undefined,
  '--check': undefined,
} as const;
type Option = keyof typeof options;

const optionsOfFormat: readonly Option[] = ['--check'];

/** Reads the words of a call. Options may stand anywhere, as `--option value` or `--option=value`; `--` ends them. */
export function parseArguments(words: readonly string[]): Call {
  const [command, ...rest] = words;
  if (command === undefined) return wrong('a command is missing.');
  if (command === '--help' || command === '-h' || command === 'help') return { kind: 'help' };
  if (command === '--version') return { kind: 'version' };
  if (command === 'check' || command === 'fmt') {
    const read = readWords(rest, (option) => optionsOfFormat.includes(option) === (command === 'fmt'));
    if ('kind' in read) return read;
    if (read.paths.length === 0) return wrong('name at least one file or folder, or - for standard input.');
    return command === 'check' ? checkCall(read) : formatCall(read);
  }
  if (command !== 'explain')
    return wrong(`there is no command “${command}”; there are check, fmt and explain.`);
  const [code, ...others] = rest;
  if (code === '--help' || code === '-h') return { kind: 'help' };
  if (code === undefined || others.length > 0)
    return wrong('explain takes one code, such as INVALID_ACTION.');
  return { kind: 'explain', code };
}

interface ReadWords {
  readonly given: ReadonlyMap<Option, string>;
  readonly paths: readonly string[];
}

function readWords(words: readonly string[], isOwn: (option: Option) => boolean): ReadWords | Call {
  const rest = [...words];
  const given = new Map<Option, string>();
  const paths: string[] = [];
  while (rest.length > 0) {
    const word = rest.shift() ?? '';
    if (word === '--') {
      paths.push(...rest);
      break;
    }
    if (word === '--help' || word === '-h') return { kind: 'help' };
    if (!word.startsWith('-') || word === '-') {
      paths.push(word);
      continue;
    }
    const equals = word.indexOf('=');
    const name = equals < 0 ? word : word.slice(0, equals);
    if (!isOption(name) || !isOwn(name)) return wrong(`there is no option “${name}”.`);
    if (options[name] === undefined) {
      if (equals >= 0) return wrong(`${name} takes no value.`);
      given.set(name, '');
      continue;
    }
    const value = equals < 0 ? rest.shift() : word.slice(equals + 1);
    const mistake = valueMistake(name, value);
    if (mistake !== undefined) return wrong(mistake);
    given.set(name, value ?? '');
  }
  return { given, paths };
}

function valueMistake(name: Option, value: string | undefined): string | undefined {
  const takes: string | readonly string[] = options[name] ?? [];
  if (typeof takes === 'string') return value ? undefined : `${name} takes ${takes}.`;
  if (value === undefined) return `${name} takes one of ${takes.join(', ')}.`;
  return takes.includes(value) ? undefined : `${name} takes one of ${takes.join(', ')}, not “${value}”.`;
}

function formatCall({ given, paths }: ReadWords): Call {
  return { kind: 'fmt', onlyCheck: given.has('--check'), paths };
}

function checkCall({ given, paths }: ReadWords): Call {
  const fix = given.has('--fix');
  const readsInput = paths.includes('-');
  if (fix && readsInput) return wrong('--fix changes files, and standard input (-) is none.');
  if (given.has('--stdin-filename') && !readsInput)
    return wrong('--stdin-filename goes with -, which reads standard input.');
  return {
    kind: 'check',
    type: policyTypes.find((type) => type === given.get('--type')),
    format: formats.find((format) => format === given.get('--format')) ?? 'text',
    failOn: failOnLevels.find((level) => level === given.get('--fail-on')) ?? 'SECURITY_WARNING',
    fix,
    config: given.get('--config'),
    baseline: given.get('--baseline'),
    inputName: given.get('--stdin-filename'),
    paths,
  };
}

function isOption(word: string): word is Option {
  return Object.hasOwn(options, word);
}

function wrong(message: string): Call {
  return { kind: 'wrong', message };
}
