import type { SuppressionEntry } from '../policy/addSuppression.ts';
import type { CheckLevels } from '../policy/checkLevel.ts';
import { pathText } from '../policy/pathText.ts';
import type { PolicyFile } from '../policy/readDocument.ts';
import type { Suppression } from '../policy/settingsFile.ts';
import { literalOf } from '../syntax/node.ts';
import type { CheckDescription, Finding } from './check.ts';

/** What the settings say of the findings in one document. */
export interface Control {
  readonly levels: CheckLevels;
  readonly suppressions: readonly Suppression[];
}

export const noControl: Control = { levels: {}, suppressions: [] };

export interface ControlledFindings {
  /** Without what is off or suppressed, and with the severities that the settings give. */
  readonly findings: readonly Finding[];
  /** The suppressions that hid something. One of a check that is off counts as well. */
  readonly used: readonly Suppression[];
}

/** Findings of a document as the settings want them. */
export function controlFindings(
  file: PolicyFile,
  findings: readonly Finding[],
  { levels, suppressions }: Control,
): ControlledFindings {
  const used = new Set<Suppression>();
  const kept = findings.flatMap((finding) => {
    const hiding = suppressions.filter((one) => hides(one, finding, file));
    for (const one of hiding) used.add(one);
    const level = levels[finding.code] ?? finding.severity;
    if (hiding.length > 0 || level === 'off') return [];
    return level === finding.severity ? [finding] : [{ ...finding, severity: level }];
  });
  return { findings: kept, used: [...used] };
}

function hides({ code, within }: Suppression, finding: Finding, file: PolicyFile): boolean {
  if (code !== finding.code) return false;
  if (within === undefined) return true;
  if ('sid' in within) return sidAround(finding, file) === within.sid;
  const rest = pathText(finding.path);
  return rest.startsWith(within.path) && /^(?:$|[.[])/.test(rest.slice(within.path.length));
}

/** The Sid of the statement that a finding is in. */
function sidAround(finding: Finding, { policies }: PolicyFile): string | undefined {
  const around = policies
    .flatMap(({ policy }) => policy.statements)
    .find(({ node }) => node.start <= finding.start && finding.end <= node.end);
  return literalOf(around?.sid?.value);
}

/** What suppresses a finding and no other of its code, in a file by its path from the settings file's folder. */
export function suppressionOf(finding: Finding, file: PolicyFile, relativePath: string): SuppressionEntry {
  const { code } = finding;
  const path = pathText(finding.path);
  const sid = sidAround(finding, file);
  const files = exactGlob(relativePath);
  if (sid) return { code, files, sid };
  return path === '' ? { code, files } : { code, files, path };
}

/** A glob has no escapes, so `?` stands for what would be a wildcard. */
function exactGlob(path: string): string {
  const glob = path.replace(/[*?{]/g, '?');
  return glob.includes('/') ? glob : `./${glob}`;
}

/** The one code that speaks of the settings file instead of a policy. */
export const unusedSuppression = {
  code: 'UNUSED_SUPPRESSION',
  severity: 'WARNING',
  what: 'A suppression in the settings file matches no finding any more.',
  why: 'It would hide the next finding of its kind, which nobody has looked at.',
  fix: 'Remove the entry, or correct its code, files, Sid or path.',
} as const satisfies Partial<CheckDescription>;

/** A finding for each suppression that hid nothing; its place is in the settings file. */
export function findUnused(unused: readonly Suppression[], levels: CheckLevels): readonly Finding[] {
  const level = levels[unusedSuppression.code] ?? unusedSuppression.severity;
  if (level === 'off') return [];
  return unused.map((suppression) => ({
    code: unusedSuppression.code,
    severity: level,
    message: `There is no ${suppression.code}${whereOf(suppression)} to suppress, so this entry would hide the next one unseen; remove it, or correct it.`,
    start: suppression.start,
    end: suppression.end,
    path: [],
    related: [],
    fixes: () => [],
  }));
}

function whereOf({ globs, within }: Suppression): string {
  const place =
    within === undefined ? '' : 'sid' in within ? ` in statement ${within.sid}` : ` at ${within.path}`;
  return globs.length === 0 ? place : `${place} in ${globs.join(' or ')}`;
}
