import { jsonOf } from '../checks/splitStatement.ts';
import type { PolicyDocument } from '../policy/model.ts';
import type { PolicyFile } from '../policy/readDocument.ts';
import { layoutOf, printJson } from '../syntax/layout.ts';

export interface PolicyText {
  /** Strict JSON where `complete`, else what stands in the document. */
  readonly text: string;
  /** False where values are unknown, missing or doubled. */
  readonly complete: boolean;
}

/**
 * A policy alone as AWS takes it: out of the strings it is wrapped in, without comments, a lone statement in a document.
 * One that fills its document keeps the document's white space, which counts against some quotas.
 */
export function policyText({ text }: PolicyFile, policy: PolicyDocument): PolicyText {
  const { node, level, isWholeDocument } = policy;
  const written = text.slice(node.start, node.end);
  if (isWholeDocument && level === 'document' && isJson(written)) return { text: written, complete: true };
  const value = jsonOf(node);
  if (value === undefined) return { text: written, complete: false };
  const document = level === 'document' ? value : { Version: '2012-10-17', Statement: [value] };
  return { text: printJson(document, { ...layoutOf(text), lineBreak: '\n' }, ''), complete: true };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
