import { nearestNames } from '../catalog/nearestNames.ts';
import { literalOf, type Node, type Span, type StringNode } from '../syntax/node.ts';
import { itemsOf, memberValue } from './jsonMembers.ts';
import { namesOfSettings, settingsObjects } from './settingsFileWords.ts';
import { type ShapeFault, settingsFile as validate } from './shape/validators.generated.mjs';

export interface SettingsFileProblem extends Span {
  readonly message: string;
  /** An editor with the published schema reports it as well. */
  readonly inSchema: boolean;
}

/** What is wrong in a settings file, by its schema: one mistake, one sentence at the node it stands at. */
export function settingsFileProblems(root: Node): readonly SettingsFileProblem[] {
  if (validate(plain(root))) return [];
  return (validate.errors ?? []).flatMap((fault) => problemsOf(fault, foundAt(root, fault.instancePath)));
}

/** Codes in a settings file that no check has. */
export function unknownCodes(root: Node, codes: readonly string[]): readonly SettingsFileProblem[] {
  const named = [
    ...keysOf(memberValue(root, 'checks')),
    ...itemsOf(memberValue(root, 'overrides')).flatMap((entry) => keysOf(memberValue(entry, 'checks'))),
    ...itemsOf(memberValue(root, 'suppressions')).flatMap((entry) => memberValue(entry, 'code') ?? []),
  ];
  return named.flatMap((node) => {
    const code = literalOf(node);
    if (code === undefined || codes.includes(code)) return [];
    return [{ ...problem(node, unknownCode(code, codes)), inSchema: false }];
  });
}

/** The sentence about a code that no check has. */
export function unknownCode(code: string, codes: readonly string[]): string {
  return `There is no check "${code}"${didYouMean(code, codes)}`;
}

function keysOf(node: Node | undefined): readonly StringNode[] {
  return node?.kind === 'object' ? node.members.map(({ key }) => key) : [];
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
  const child = node.members.findLast(({ key }) => literalOf(key) === step);
  return child && { node: child.value ?? child.key, key: child.key, name: `"${step}"` };
}

function problemsOf(fault: ShapeFault, found: Found): SettingsFileProblem[] {
  const { node, key, name } = found;
  const words = namesOfSettings[name];
  switch (fault.keyword) {
    case 'additionalProperties':
      return unknownProperty(String(fault.params['additionalProperty']), found);
    case 'required':
      return [problem(node, missingProperty(name, String(fault.params['missingProperty'])))];
    case 'enum':
      return [problem(node, notOneOf(name, node, listOf(fault.params['allowedValues'])))];
    case 'false schema':
      return [problem(key ?? node, `${name} ${words?.outOfPlace ?? 'has no place here'}.`)];
    case 'type':
    case 'pattern':
    case 'minItems':
    case 'minimum':
    case 'maximum':
      return [problem(node, `${sentence(name)} must be ${words?.must ?? `a ${fault.params['type']}`}.`)];
    default:
      return [];
  }
}

function problem({ start, end }: Span, message: string): SettingsFileProblem {
  return { message, start, end, inSchema: true };
}

function missingProperty(name: string, missing: string): string {
  const what = settingsObjects[name]?.what ?? name;
  const why = namesOfSettings[`"${missing}"`]?.whyNeeded;
  return `${what} needs "${missing}"${why === undefined ? '' : `: ${why}`}.`;
}

function unknownProperty(property: string, { node, name }: Found): SettingsFileProblem[] {
  const known = settingsObjects[name];
  if (node.kind !== 'object' || known === undefined) return [];
  const key = node.members.find((one) => literalOf(one.key) === property)?.key ?? node;
  const has = known.names.length > 1 ? orList(known.names, 'and') : known.names.join();
  return [problem(key, `${known.what} has ${has}, but no "${property}"${didYouMean(property, known.names)}`)];
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
