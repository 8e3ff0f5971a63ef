import { realpathSync, statSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { findUnused } from '../checks/control.ts';
import { namedFile } from '../policy/glob.ts';
import type { Suppression } from '../policy/settingsFile.ts';
import type { CheckedFile } from './checkedFile.ts';
import { attempt } from './inputFiles.ts';
import type { FileSettings, LoadedSettings } from './settingsLookup.ts';

/** Notes which suppressions hid something, to tell of the others in the end. */
export interface SuppressionUse {
  note(settings: FileSettings, used: readonly Suppression[]): void;
  /** The settings files that have suppressions without effect, as files with findings. */
  unused(): readonly CheckedFile[];
}

interface Judged {
  readonly files: Set<string>;
  readonly used: Set<Suppression>;
}

/** `paths` are those of the call: a suppression can be judged when every file it may speak of was checked. */
export function createSuppressionUse(paths: readonly string[]): SuppressionUse {
  const bySource = new Map<LoadedSettings, Judged>();
  return {
    note({ source, relativePath }, used) {
      if (source === undefined) return;
      const judged = bySource.get(source) ?? { files: new Set(), used: new Set() };
      bySource.set(source, judged);
      judged.files.add(relativePath);
      for (const one of used) judged.used.add(one);
    },
    unused: () => [...bySource].flatMap(([source, judged]) => unusedIn(source, judged, paths)),
  };
}

function unusedIn(source: LoadedSettings, { files, used }: Judged, paths: readonly string[]): CheckedFile[] {
  const whole = paths.some((path) => holds(path, source.folder));
  const { suppressions, checks } = source.settings;
  const unused = suppressions.filter((one) => !used.has(one) && (whole || allChecked(one, files)));
  const findings = findUnused(unused, checks);
  if (findings.length === 0) return [];
  return [{ path: fromHere(source.path), text: source.text, named: false, policies: 0, findings }];
}

function allChecked({ globs }: Suppression, files: ReadonlySet<string>): boolean {
  return globs.length > 0 && globs.every((glob) => files.has(namedFile(glob) ?? ''));
}

/** Whether a path of the call is a folder that another is, or is below of. */
function holds(path: string, folder: string): boolean {
  const real = attempt(path, () => (statSync(path).isDirectory() ? realpathSync(path) : undefined));
  if (!('value' in real) || real.value === undefined) return false;
  return (
    folder === real.value || folder.startsWith(real.value.endsWith(sep) ? real.value : `${real.value}${sep}`)
  );
}

function fromHere(path: string): string {
  const here = relative(process.cwd(), path);
  return (here.startsWith('..') ? path : here).replaceAll(sep, '/');
}
