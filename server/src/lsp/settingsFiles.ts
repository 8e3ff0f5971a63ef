import { type Control, noControl } from '../checks/control.ts';
import { knownCodes } from '../checks/knownCodes.ts';
import type { PolicyKind } from '../policy/policyType.ts';
import {
  kindForFile,
  levelsForFile,
  readSettingsFile,
  type SettingsFile,
  suppressionsForFile,
} from '../policy/settingsFile.ts';
import { settingsFileName } from '../protocol.ts';

/** Reads a file by its URI; null when there is none. */
export type ReadFile = (uri: string) => Promise<string | null>;

/** What the nearest settings file above a document says of it. */
export interface ConfiguredFile {
  readonly kind: PolicyKind | undefined;
  readonly control: Control;
  readonly settings: SettingsFile | undefined;
  /** The URI of the folder that the settings file is in. */
  readonly folder: string | undefined;
  /** The URI of the open folder around the document. */
  readonly root: string | undefined;
}

export interface SettingsFiles {
  forDocument(uri: string): Promise<ConfiguredFile>;
  /** Settings files may have changed: they are read anew when next asked for. */
  forget(): void;
}

const nothing: ConfiguredFile = {
  kind: undefined,
  control: noControl,
  settings: undefined,
  folder: undefined,
  root: undefined,
};

/** `report` is told once of each settings file that cannot be used, in a sentence. */
export function createSettingsFiles(
  readFile: ReadFile,
  workspaceFolders: () => Promise<readonly string[]>,
  report: (problem: string) => void,
): SettingsFiles {
  let read = new Map<string, Promise<SettingsFile | undefined>>();

  const load = async (folder: string): Promise<SettingsFile | undefined> => {
    const text = await readFile(`${folder}/${settingsFileName}`);
    if (text === null) return undefined;
    const result = readSettingsFile(text, knownCodes);
    if ('settings' in result) return result.settings;
    const [first] = result.problems;
    report(`${settingsFileName} is not used until it is mended: ${first?.message ?? 'it cannot be read.'}`);
    return undefined;
  };

  const settingsIn = (folder: string): Promise<SettingsFile | undefined> => {
    let settings = read.get(folder);
    if (settings === undefined) {
      settings = load(folder);
      read.set(folder, settings);
    }
    return settings;
  };

  return {
    async forDocument(uri) {
      const root = (await workspaceFolders())
        .map(withoutSlash)
        .find((folder) => uri.startsWith(`${folder}/`));
      if (root === undefined) return nothing;
      for (const folder of foldersBetween(uri, root)) {
        const settings = await settingsIn(folder);
        if (settings === undefined) continue;
        const path = decode(uri.slice(folder.length + 1));
        const control = {
          levels: levelsForFile(settings, path),
          suppressions: suppressionsForFile(settings, path),
        };
        return { kind: kindForFile(settings, path), control, settings, folder, root };
      }
      return { ...nothing, root };
    },
    forget() {
      read = new Map();
    },
  };
}

function withoutSlash(folder: string): string {
  return folder.endsWith('/') ? folder.slice(0, -1) : folder;
}

/** From the document's own folder up to the root. */
function foldersBetween(uri: string, root: string): string[] {
  const folders: string[] = [];
  for (let folder = parentOf(uri); folder.length >= root.length; folder = parentOf(folder))
    folders.push(folder);
  return folders;
}

function parentOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}

/** A path as people write it, of a part of a URI. */
export function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
