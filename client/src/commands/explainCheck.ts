import type { CheckSummary } from '../../../server/src/protocol.ts';

export interface CheckItem {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  /** Undefined for what only parts the list. */
  readonly code?: string;
}

export interface ExplainCheckPorts {
  /** Undefined while no server runs. */
  checks(): Promise<readonly CheckSummary[] | undefined>;
  /** Codes found in the active document. */
  foundCodes(): readonly string[];
  separator(label: string): CheckItem;
  pick(items: readonly CheckItem[], placeHolder: string): PromiseLike<CheckItem | undefined>;
  open(code: string): Promise<void>;
  inform(message: string): unknown;
}

/** Asks for a code, those found in the active document first, and opens its page. */
export async function explainCheck(ports: ExplainCheckPorts): Promise<void> {
  const checks = await ports.checks();
  if (checks === undefined) {
    ports.inform('The IAM language server is off, so its checks are not known. Restart it, then try again.');
    return;
  }
  const picked = await ports.pick(checkItems(checks, ports), 'Explain a check');
  if (picked?.code !== undefined) await ports.open(picked.code);
}

function checkItems(checks: readonly CheckSummary[], ports: ExplainCheckPorts): readonly CheckItem[] {
  const codes = new Set(ports.foundCodes());
  const found = checks.filter(({ code }) => codes.has(code)).map(checkItem);
  const others = checks.filter(({ code }) => !codes.has(code)).map(checkItem);
  if (found.length === 0) return others;
  return [ports.separator('In this document'), ...found, ports.separator('All others'), ...others];
}

function checkItem({ code, severity, what }: CheckSummary): CheckItem {
  return { label: code, description: severity, detail: what, code };
}
