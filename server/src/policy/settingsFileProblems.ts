import { nearestNames } from '../catalog/nearestNames.ts';
import { literalOf, type Node, type Span, type StringNode } from '../syntax/node.ts';
import { type ShapeFault, settingsFile as validate } from './shape/validators.generated.mjs';

export interface SettingsFileProblem extends Span {
  readonly message: string;
}

/** What is wrong in a settings file, by its schema: one mistake, one sentence at the node it stands at. */
export function settingsFileProblems(root: Node): readonly SettingsFileProblem[] {
  if (validate(plain(root))) return [];
  const problems = (validate.errors ?? []).flatMap((fault) =>
    problemsOf(fault, foundAt(root, fault.instancePath)),
  );
  return problems.sort((one, other) => one.start - other.start);
}

function plain(node: Node | undefined): unknown {
  switch (node?.kind) {
    case 'object':
      return Object.fromEntries(node.members.map(({ key, value }) => [literalOf(key) ?? '', plain(value)]));
    case 'array':
      return node.items.map(plain);
    case 'string':
      return literalOf(node) ?? '';
    case 'number':
    case 'boolean':
      return node.value;
    default:
      return null;
  }
}

interface Found {
  readonly node: Node;
  /** The key that leads to the node, or to the list it is in. */
  readonly key: StringNode | undefined;
  readonly name: string;
}

function foundAt(root: Node, pointer: string): Found {
  let found: Found = { node: root, key: undefined, name: 'the settings file' };
  for (const escaped of pointer.split('/').slice(1)) {
    const step = escaped.replaceAll('~1', '/').replaceAll('~0', '~');
    found = childOf(found, step) ?? found;
  }
  return found;
}

function childOf(found: Found, step: string): Found | undefined {
  const { node } = found;
  if (node.kind === 'array') {
    const item = node.items[Number(step)];
    return item && { ...found, node: item };
  }
  if (node.kind !== 'object') return undefined;
  const member = node.members.findLast(({ key }) => literalOf(key) === step);
  return member && { node: member.value ?? member.key, key: member.key, name: `"${step}"` };
}

/** What each value has to be, where its type alone does not say it. */
const expectations: Readonly<Record<string, string>> = {
  '"files"': 'a path with wildcards, such as "policies/**/*.json", or a list of such paths',
  '"policies"': 'a list of objects with "files" and "type"',
  '"trustedAccounts"': 'a list of account ids, each a string of 12 digits',
  '"account"': 'an account id: a string of 12 digits',
  'the settings file': 'an object in braces',
};

function problemsOf(fault: ShapeFault, found: Found): SettingsFileProblem[] {
  const { node, key, name } = found;
  switch (fault.keyword) {
    case 'additionalProperties':
      return unknownProperty(String(fault.params['additionalProperty']), found, fault.instancePath === '');
    case 'required':
      return [
        problem(
          node,
          `An entry of "policies" needs "${fault.params['missingProperty']}": ${whyNeeded(fault)}.`,
        ),
      ];
    case 'enum':
      return [problem(node, notOneOf(name, node, listOf(fault.params['allowedValues'])))];
    case 'false schema':
      return [
        problem(
          key ?? node,
          `${name} says whose a resource policy is: it goes with "type": "resource" only.`,
        ),
      ];
    case 'type':
    case 'pattern':
    case 'minItems':
      return [
        problem(node, `${sentence(name)} must be ${expectations[name] ?? `a ${fault.params['type']}`}.`),
      ];
    default:
      return [];
  }
}

function problem({ start, end }: Span, message: string): SettingsFileProblem {
  return { message, start, end };
}

function whyNeeded({ params }: ShapeFault): string {
  return params['missingProperty'] === 'files'
    ? 'the files it speaks of'
    : 'what the policies in these files are, such as "trust"';
}

const namesAtTop = ['policies', 'trustedAccounts', 'account', 'partition'];
const namesOfRule = ['files', 'type', 'owner'];

function unknownProperty(name: string, { node }: Found, atTop: boolean): SettingsFileProblem[] {
  if (node.kind !== 'object') return [];
  const key = node.members.find((member) => literalOf(member.key) === name)?.key ?? node;
  const known = atTop ? namesAtTop : namesOfRule;
  const where = atTop ? 'The settings file has' : 'An entry of "policies" has';
  return [problem(key, `${where} ${orList(known, 'and')}, but no "${name}"${didYouMean(name, known)}`)];
}

function notOneOf(name: string, node: Node, allowed: readonly string[]): string {
  const found = literalOf(node);
  const must = `${sentence(name)} must be one of ${orList(allowed, 'or')}`;
  return found === undefined ? `${must}.` : `${must}, but is "${found}"${didYouMean(found, allowed)}`;
}

function didYouMean(name: string, known: readonly string[]): string {
  const [near] = nearestNames(name, known, 1);
  return near === undefined ? '.' : `; did you mean "${near}"?`;
}

function orList(names: readonly string[], word: 'and' | 'or'): string {
  return `${names.slice(0, -1).join(', ')} ${word} ${names[names.length - 1]}`;
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function sentence(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
