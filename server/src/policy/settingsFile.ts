import type { Settings } from '../protocol.ts';
import type { Node, ObjectNode, Span } from '../syntax/node.ts';
import { literalOf } from '../syntax/node.ts';
import { parseJson } from '../syntax/parseJson.ts';
import { type CheckLevel, type CheckLevels, checkLevels } from './checkLevel.ts';
import { matchesGlob } from './glob.ts';
import { itemsOf, memberValue } from './jsonMembers.ts';
import { type PolicyKind, policyTypes, resourceOwners } from './policyType.ts';
import type { RaisedQuotas } from './quotas.ts';
import { type SettingsFileProblem, settingsFileProblems, unknownCodes } from './settingsFileProblems.ts';

export type { SettingsFileProblem };

/** What `iam-roles.config.json` says. */
export interface SettingsFile {
  readonly policies: readonly PolicyRule[];
  /** Account ids that are not outside accounts. */
  readonly trustedAccounts: readonly string[];
  readonly organizationIds: readonly string[];
  /** Used in suggested ARNs, like the partition. */
  readonly account: string | undefined;
  readonly partition: string | undefined;
  readonly quotas: RaisedQuotas;
  readonly catalog: Settings['catalog'];
  readonly checks: CheckLevels;
  readonly overrides: readonly CheckOverride[];
  readonly suppressions: readonly Suppression[];
}

export interface PolicyRule {
  readonly globs: readonly string[];
  readonly kind: PolicyKind;
}

/** Levels of checks in some files. */
export interface CheckOverride {
  readonly globs: readonly string[];
  readonly checks: CheckLevels;
}

/** Findings of one code that were looked at and are meant to stay. Its span is that of its entry. */
export interface Suppression extends Span {
  readonly code: string;
  /** Empty: every file. */
  readonly globs: readonly string[];
  /** The statement with this Sid, or the path from the policy document's root and all below it; else the policy. */
  readonly within: { readonly sid: string } | { readonly path: string } | undefined;
}

export type SettingsFileReading =
  | { readonly settings: SettingsFile }
  | { readonly problems: readonly SettingsFileProblem[] };

/**
 * Reads a settings file. Comments and trailing commas are taken, as in the settings of editors; every other mistake
 * is a problem, in order of the text, and then there are no settings. `codes` are those that there are checks of.
 */
export function readSettingsFile(text: string, codes: readonly string[]): SettingsFileReading {
  const { root, problems: syntax } = parseJson(text);
  const broken = syntax.filter(({ kind }) => kind === 'syntax' || kind === 'too deep');
  if (broken.length > 0) {
    return { problems: broken.map(({ message, start, end }) => ({ message, start, end, inSchema: true })) };
  }
  if (root === undefined) {
    const message = 'The settings file is empty: write {} at least.';
    return { problems: [{ message, start: 0, end: 0, inSchema: true }] };
  }
  const problems = [...settingsFileProblems(root), ...unknownCodes(root, codes)];
  if (problems.length > 0 || root.kind !== 'object')
    return { problems: problems.sort((one, other) => one.start - other.start) };
  return { settings: settingsOf(root) };
}

function settingsOf(root: ObjectNode): SettingsFile {
  const catalog = memberValue(root, 'catalog');
  return {
    policies: itemsOf(memberValue(root, 'policies')).flatMap(ruleOf),
    trustedAccounts: textsOf(memberValue(root, 'trustedAccounts')),
    organizationIds: textsOf(memberValue(root, 'organizationIds')),
    account: literalOf(memberValue(root, 'account')),
    partition: literalOf(memberValue(root, 'partition')),
    quotas: quotasOf(memberValue(root, 'quotas')),
    catalog: {
      additionalActions: textsOf(memberValue(catalog, 'additionalActions')),
      additionalConditionKeys: textsOf(memberValue(catalog, 'additionalConditionKeys')),
      additionalServices: textsOf(memberValue(catalog, 'additionalServices')),
    },
    checks: levelsOf(memberValue(root, 'checks')),
    overrides: itemsOf(memberValue(root, 'overrides')).map((node) => ({
      globs: textsOf(memberValue(node, 'files')),
      checks: levelsOf(memberValue(node, 'checks')),
    })),
    suppressions: itemsOf(memberValue(root, 'suppressions')).map(suppressionOf),
  };
}

function ruleOf(node: Node): PolicyRule[] {
  const type = policyTypes.find((one) => one === literalOf(memberValue(node, 'type')));
  const owner = resourceOwners.find((one) => one === literalOf(memberValue(node, 'owner')));
  if (type === undefined) return [];
  const kind = owner === undefined ? { type } : { type, owner };
  return [{ globs: textsOf(memberValue(node, 'files')), kind }];
}

function quotasOf(node: Node | undefined): RaisedQuotas {
  const length = memberValue(node, 'roleTrustPolicyLength');
  return length?.kind === 'number' ? { roleTrustPolicyLength: length.value } : {};
}

function levelsOf(node: Node | undefined): CheckLevels {
  if (node?.kind !== 'object') return {};
  const levels = node.members.flatMap(({ key, value }): [string, CheckLevel][] => {
    const level = checkLevels.find((one) => one === literalOf(value));
    return level === undefined ? [] : [[literalOf(key) ?? '', level]];
  });
  return Object.fromEntries(levels);
}

function suppressionOf(node: Node): Suppression {
  const sid = literalOf(memberValue(node, 'sid'));
  const path = literalOf(memberValue(node, 'path'));
  return {
    start: node.start,
    end: node.end,
    code: literalOf(memberValue(node, 'code')) ?? '',
    globs: textsOf(memberValue(node, 'files')),
    within: sid !== undefined ? { sid } : path !== undefined ? { path } : undefined,
  };
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

/** The levels of checks in a file; of several overrides that match, the last counts. */
export function levelsForFile(settings: SettingsFile, relativePath: string): CheckLevels {
  const own = settings.overrides.filter(({ globs }) => globs.some((glob) => matchesGlob(glob, relativePath)));
  return Object.assign({}, settings.checks, ...own.map(({ checks }) => checks));
}

/** The suppressions that speak of a file. */
export function suppressionsForFile(settings: SettingsFile, relativePath: string): readonly Suppression[] {
  return settings.suppressions.filter(
    ({ globs }) => globs.length === 0 || globs.some((glob) => matchesGlob(glob, relativePath)),
  );
}
