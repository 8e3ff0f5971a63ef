import { type PolicyType, policyTypes } from '../policy/policyType.ts';
import type { Severity } from '../protocol.ts';

export const usage = `Usage: iam-roles check [--type TYPE] [--format text|json] [--fail-on SEVERITY|never] FILE|FOLDER|- ...

Checks IAM policy documents offline. - reads standard input. Folders are searched for .json and .jsonc files.

  --type TYPE        ${policyTypes.join(', ')}
                     (otherwise told from iam-roles.config.json, the file's name, and its content)
  --format FORMAT    text (for people) or json
  --fail-on LEVEL    exit 1 from this severity on: ERROR, SECURITY_WARNING (default), WARNING, SUGGESTION, or never

Exit status: 0 no finding that fails, 1 at least one, 2 a wrong call or a file that cannot be read.
`;

export type FailOn = Severity | 'never';

export interface CheckCall {
  readonly kind: 'check';
  readonly type: PolicyType | undefined;
  readonly format: 'text' | 'json';
  readonly failOn: FailOn;
  readonly paths: readonly string[];
}

export type Call =
  | CheckCall
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string };

const options = {
  '--type': policyTypes,
  '--format': ['text', 'json'],
  '--fail-on': ['ERROR', 'SECURITY_WARNING', 'WARNING', 'SUGGESTION', 'never'],
} as const;
type Option = keyof typeof options;

/** Reads the words of a call. Options may stand anywhere, as `--option value` or `--option=value`; `--` ends them. */
export function parseArguments(words: readonly string[]): Call {
  const [command, ...rest] = words;
  if (command === undefined) return wrong('a command is missing.');
  if (command === '--help' || command === '-h' || command === 'help') return { kind: 'help' };
  if (command !== 'check') return wrong(`there is no command “${command}”; the one there is is check.`);
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
    if (!isOption(name)) return wrong(`there is no option “${name}”.`);
    const value = equals < 0 ? rest.shift() : word.slice(equals + 1);
    const allowed: readonly string[] = options[name];
    if (value === undefined) return wrong(`${name} takes one of ${allowed.join(', ')}.`);
    if (!allowed.includes(value)) return wrong(`${name} takes one of ${allowed.join(', ')}, not “${value}”.`);
    given.set(name, value);
  }
  if (paths.length === 0) return wrong('name at least one file or folder, or - for standard input.');
  return {
    kind: 'check',
    type: policyTypes.find((type) => type === given.get('--type')),
    format: given.get('--format') === 'json' ? 'json' : 'text',
    failOn: options['--fail-on'].find((level) => level === given.get('--fail-on')) ?? 'SECURITY_WARNING',
    paths,
  };
}

function isOption(word: string): word is Option {
  return word in options;
}

function wrong(message: string): Call {
  return { kind: 'wrong', message };
}
