import type { Catalog } from '../catalog/catalog.ts';
import type { CheckSettings, Example, Finding } from '../checks/check.ts';
import { checkFile } from '../checks/checkPolicy.ts';
import { fixAll } from '../checks/fixAll.ts';
import { pathText } from '../policy/pathText.ts';
import { type PolicyFile, readDocument } from '../policy/readDocument.ts';
import { printPolicy } from './printPolicy.ts';

/** A bad example as a page tells it, every word of it computed. */
export interface WorkedExample {
  readonly text: string;
  /** At least one; each message once. */
  readonly findings: readonly WorkedFinding[];
  /** What the first fix of each finding does; undefined where a finding has none. */
  readonly mended: { readonly titles: readonly string[]; readonly text: string } | undefined;
}

export interface WorkedFinding {
  readonly message: string;
  /** As people read it; empty for the whole policy. */
  readonly path: string;
  readonly marked: string;
}

/** Of the checks' examples, this account is the reader's own. */
const settings: CheckSettings = {
  trustedAccounts: ['111122223333'],
  organizationIds: ['o-exampleorg1'],
};

/** Does what an editor does with a bad example of a code: finds, and mends with the preferred fix. */
export function workExample(code: string, example: Example, catalog: Catalog): WorkedExample {
  const read = reader(example);
  const written = exampleText(example);
  const laidOut = printPolicy(written);
  const findingsIn = (text: string) =>
    checkFile(read(text), catalog, settings).filter((finding) => finding.code === code);
  // White space counts in some quotas, and in what is no JSON.
  const text = findingsIn(laidOut).length > 0 ? laidOut : written;
  const findings = findingsIn(text);
  const titles = findings.flatMap((finding) => finding.fixes()[0]?.title ?? []);
  const mended = fixAll(read(text), read, (one) => preferredFix(one, code), catalog, settings);
  return {
    text,
    findings: onceEach(findings).map(({ message, path, start, end }) => ({
      message,
      path: pathText(path),
      marked: text.slice(start, end),
    })),
    mended:
      titles.length === 0 || findingsIn(mended).length > 0
        ? undefined
        : { titles: [...new Set(titles)], text: printPolicy(mended) },
  };
}

function preferredFix(finding: Finding, code: string) {
  return finding.code === code ? finding.fixes()[0] : undefined;
}

function onceEach(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(
    ({ message }, index) => findings.findIndex((other) => other.message === message) === index,
  );
}

export function exampleText({ text }: Example): string {
  return text.replaceAll(/[«»]/g, '');
}

function reader({ type, owner }: Example): (text: string) => PolicyFile {
  const chosen = owner === undefined ? { type } : { type, owner };
  return (text) => readDocument(text, { chosen });
}

/** Whether findings of a code can be mended by a quick fix, and whether one may be made unasked, on save. */
export type Fixability = 'none' | 'asked' | 'unasked';

export function fixabilityOf(code: string, examples: readonly Example[], catalog: Catalog): Fixability {
  const fixes = examples.flatMap((example) =>
    checkFile(reader(example)(exampleText(example)), catalog, settings)
      .filter((finding) => finding.code === code)
      .flatMap((finding) => finding.fixes()),
  );
  return fixes.length === 0 ? 'none' : fixes.some(({ safe }) => safe) ? 'unasked' : 'asked';
}
