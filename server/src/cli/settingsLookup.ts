import { readFileSync } from 'node:fs';
import type { PolicyKind } from '../policy/policyType.ts';
import { kindForFile, readSettingsFile, type SettingsFile } from '../policy/settingsFile.ts';
import { attempt, nearestSettingsFile, pathWithin } from './inputFiles.ts';

export interface FileSettings {
  readonly kind: PolicyKind | undefined;
  readonly trustedAccounts: readonly string[];
}

/** Finds what the settings files say of each file; each is read once. */
export interface SettingsLookup {
  forFile(path: string): FileSettings;
  /** What is wrong with the settings files met so far, in sentences. */
  readonly problems: readonly string[];
}

const nothing: FileSettings = { kind: undefined, trustedAccounts: [] };

export function createSettingsLookup(): SettingsLookup {
  const read = new Map<string, SettingsFile | undefined>();
  const problems: string[] = [];
  const load = (path: string): SettingsFile | undefined => {
    const text = attempt(path, () => readFileSync(path, 'utf8'));
    if ('message' in text) {
      problems.push(`${path}: ${text.message}`);
      return undefined;
    }
    const result = readSettingsFile(text.value);
    if ('settings' in result) return result.settings;
    problems.push(...result.problems.map(({ message }) => `${path}: ${message}`));
    return undefined;
  };
  return {
    problems,
    forFile(path) {
      const found = nearestSettingsFile(path);
      if (found === undefined) return nothing;
      if (!read.has(found.path)) read.set(found.path, load(found.path));
      const settings = read.get(found.path);
      if (settings === undefined) return nothing;
      const kind = path === '-' ? undefined : kindForFile(settings, pathWithin(found.folder, path));
      const own = settings.account === undefined ? [] : [settings.account];
      return { kind, trustedAccounts: [...settings.trustedAccounts, ...own] };
    },
  };
}
