import type { CheckSettings, Finding } from '../../../../server/src/checks/check.ts';
import { checkFile } from '../../../../server/src/checks/checkPolicy.ts';
import { fixAll, safeFix } from '../../../../server/src/checks/fixAll.ts';
import { fixEdits } from '../../../../server/src/checks/fixEdits.ts';
import type { PolicyKind } from '../../../../server/src/policy/policyType.ts';
import { type PolicyFile, readDocument } from '../../../../server/src/policy/readDocument.ts';
import { applyTextEdits } from '../../../../server/src/syntax/textEdits.ts';
import { testCatalog } from '../../../catalog.ts';

const noAccounts: CheckSettings = { trustedAccounts: [] };

/** Each fix of the first finding of a code: its title, and the statements as plain values after it. */
export function mended(
  code: string,
  kind: PolicyKind,
  statements: unknown,
  settings: CheckSettings = noAccounts,
): Record<string, unknown> {
  const file = read(kind, policyText(statements));
  const finding = findings(file, settings).find((one) => one.code === code);
  if (finding === undefined) throw new Error(`${code} is not found`);
  const fixes = finding.fixes().map((fix) => {
    const text = applyTextEdits(file.text, fixEdits(file, finding, fix));
    return [fix.title, JSON.parse(text).Statement] as const;
  });
  return Object.fromEntries(fixes);
}

/** The statements after everything is mended that may be mended unasked. */
export function mendedUnasked(kind: PolicyKind, statements: unknown): unknown {
  const file = read(kind, policyText(statements));
  const text = fixAll(file, (changed) => read(kind, changed), safeFix, testCatalog(), noAccounts);
  return JSON.parse(text).Statement;
}

function policyText(statements: unknown): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements }, undefined, 2);
}

function read(chosen: PolicyKind, text: string): PolicyFile {
  return readDocument(text, { chosen });
}

function findings(file: PolicyFile, settings: CheckSettings): Finding[] {
  return checkFile(file, testCatalog(), settings);
}
