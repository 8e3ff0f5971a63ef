import type { Node, ObjectNode } from '../syntax/node.ts';
import { literalOf } from '../syntax/node.ts';
import { parseJson } from '../syntax/parseJson.ts';
import { matchesGlob } from './glob.ts';
import { type PolicyKind, policyTypes, resourceOwners } from './policyType.ts';
import { type SettingsFileProblem, settingsFileProblems } from './settingsFileProblems.ts';

export type { SettingsFileProblem };

/** What `iam-roles.config.json` says. */
export interface SettingsFile {
  readonly policies: readonly PolicyRule[];
  /** Account ids that are not outside accounts. */
  readonly trustedAccounts: readonly string[];
  /** Used in suggested ARNs, like the partition. */
  readonly account: string | undefined;
  readonly partition: string | undefined;
}

export interface PolicyRule {
  readonly globs: readonly string[];
  readonly kind: PolicyKind;
}

export type SettingsFileReading =
  | { readonly settings: SettingsFile }
  | { readonly problems: readonly SettingsFileProblem[] };

/**
 * Reads a settings file. Comments and trailing commas are taken, as in the settings of editors; every other mistake
 * is a problem, in order of the text, and then there are no settings.
 */
export function readSettingsFile(text: string): SettingsFileReading {
  const { root, problems: syntax } = parseJson(text);
  const broken = syntax.filter(({ kind }) => kind === 'syntax' || kind === 'too deep');
  if (broken.length > 0)
    return { problems: broken.map(({ message, start, end }) => ({ message, start, end })) };
  if (root === undefined)
    return { problems: [{ message: 'The settings file is empty: write {} at least.', start: 0, end: 0 }] };
  const problems = settingsFileProblems(root);
  if (problems.length > 0 || root.kind !== 'object') return { problems };
  return { settings: settingsOf(root) };
}

function settingsOf(root: ObjectNode): SettingsFile {
  return {
    policies: itemsOf(memberValue(root, 'policies')).flatMap(ruleOf),
    trustedAccounts: textsOf(memberValue(root, 'trustedAccounts')),
    account: literalOf(memberValue(root, 'account')),
    partition: literalOf(memberValue(root, 'partition')),
  };
}

function ruleOf(node: Node): PolicyRule[] {
  if (node.kind !== 'object') return [];
  const type = policyTypes.find((one) => one === literalOf(memberValue(node, 'type')));
  const owner = resourceOwners.find((one) => one === literalOf(memberValue(node, 'owner')));
  if (type === undefined) return [];
  return [
    { globs: textsOf(memberValue(node, 'files')), kind: owner === undefined ? { type } : { type, owner } },
  ];
}

function memberValue(node: ObjectNode, name: string): Node | undefined {
  return node.members.findLast(({ key }) => literalOf(key) === name)?.value;
}

function itemsOf(node: Node | undefined): readonly Node[] {
  if (node === undefined) return [];
  return node.kind === 'array' ? node.items : [node];
}

function textsOf(node: Node | undefined): readonly string[] {
  return itemsOf(node).flatMap((item) => literalOf(item) ?? []);
}

/**
 * What the policies in a file are, by its path from the settings file's folder, with slashes. Of several rules that
 * match, the last counts; undefined when none does.
 */
export function kindForFile(settings: SettingsFile, relativePath: string): PolicyKind | undefined {
  return settings.policies.findLast(({ globs }) => globs.some((glob) => matchesGlob(glob, relativePath)))
    ?.kind;
}
