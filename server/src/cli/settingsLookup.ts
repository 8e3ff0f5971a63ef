import { readFileSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Catalog } from '../catalog/catalog.ts';
import { extendCatalog } from '../catalog/extendCatalog.ts';
import type { CheckSettings } from '../checks/check.ts';
import { type Control, noControl } from '../checks/control.ts';
import { knownCodes } from '../checks/knownCodes.ts';
import type { PolicyKind } from '../policy/policyType.ts';
import type { RaisedQuotas } from '../policy/quotas.ts';
import {
  kindForFile,
  levelsForFile,
  readSettingsFile,
  type SettingsFile,
  suppressionsForFile,
} from '../policy/settingsFile.ts';
import { linkText, rangesIn } from './checkedFile.ts';
import { attempt, nearestSettingsFile, pathWithin } from './inputFiles.ts';

/** A settings file that was read. */
export interface LoadedSettings {
  readonly path: string;
  readonly folder: string;
  readonly text: string;
  readonly settings: SettingsFile;
  readonly catalog: Catalog;
}

/** What a settings file, or none, says of a file. */
export interface FileSettings {
  readonly kind: PolicyKind | undefined;
  readonly quotas: RaisedQuotas;
  readonly checkSettings: CheckSettings;
  readonly control: Control;
  readonly catalog: Catalog;
  readonly source: LoadedSettings | undefined;
  /** There is a settings file that cannot be used: what it wants to keep is not known. */
  readonly isUnknown: boolean;
  /** From the settings file's folder. */
  readonly relativePath: string;
}

/** Finds what the settings files say of each file; each is read once. */
export interface SettingsLookup {
  forFile(path: string): FileSettings;
  /** What is wrong with the settings files met so far, in sentences. */
  readonly problems: readonly string[];
}

/** `chosen` is the path of the one settings file that holds for all files, instead of the nearest of each. */
export function createSettingsLookup(catalog: Catalog, chosen: string | undefined): SettingsLookup {
  const read = new Map<string, LoadedSettings | undefined>();
  const problems: string[] = [];
  const load = (path: string, folder: string): LoadedSettings | undefined => {
    const text = attempt(path, () => readFileSync(path, 'utf8').replace(/^\ufeff/, ''));
    if ('message' in text) {
      problems.push(`${path}: ${text.message}`);
      return undefined;
    }
    const result = readSettingsFile(text.value, knownCodes);
    if ('settings' in result) {
      const { settings } = result;
      return { path, folder, text: text.value, settings, catalog: extendCatalog(catalog, settings.catalog) };
    }
    const rangeOf = rangesIn(text.value);
    for (const problem of result.problems)
      problems.push(`${linkText(path, rangeOf(problem).start)}: ${problem.message}`);
    return undefined;
  };
  const known = (path: string, folder: string): LoadedSettings | undefined => {
    if (!read.has(path)) read.set(path, load(path, folder));
    return read.get(path);
  };
  const one = chosen === undefined ? undefined : known(chosen, realFolder(chosen));
  return {
    problems,
    forFile(path) {
      const nearest = chosen === undefined ? nearestSettingsFile(path) : undefined;
      const source = nearest === undefined ? one : known(nearest.path, nearest.folder);
      if (source === undefined)
        return { ...withoutSettings(catalog), isUnknown: chosen !== undefined || nearest !== undefined };
      const relativePath = pathWithin(source.folder, path);
      return {
        ...settingsOf(source, path === '-' ? undefined : relativePath),
        source,
        isUnknown: false,
        relativePath,
      };
    },
  };
}

function realFolder(path: string): string {
  const folder = attempt(path, () => realpathSync(dirname(path)));
  return 'value' in folder ? folder.value : dirname(path);
}

function withoutSettings(catalog: Catalog): FileSettings {
  const checkSettings = { trustedAccounts: [] };
  return {
    kind: undefined,
    quotas: {},
    checkSettings,
    control: noControl,
    catalog,
    source: undefined,
    isUnknown: false,
    relativePath: '',
  };
}

/** Standard input without a name has no path, and is in no folder. */
function settingsOf(
  { settings, catalog }: LoadedSettings,
  path: string | undefined,
): Omit<FileSettings, 'source' | 'isUnknown' | 'relativePath'> {
  const own = settings.account === undefined ? [] : [settings.account];
  return {
    kind: path === undefined ? undefined : kindForFile(settings, path),
    quotas: settings.quotas,
    checkSettings: {
      trustedAccounts: [...settings.trustedAccounts, ...own],
      organizationIds: settings.organizationIds,
      ...(settings.partition !== undefined && { partition: settings.partition }),
    },
    control: {
      levels: path === undefined ? settings.checks : levelsForFile(settings, path),
      suppressions: path === undefined ? [] : suppressionsForFile(settings, path),
    },
    catalog,
  };
}
