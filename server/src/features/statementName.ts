import type { Statement } from '../policy/model.ts';
import { literalOf, type Node, type Part } from '../syntax/node.ts';

/** A statement's Sid, or else what it does in a few words: `Allow s3:GetObject and 2 more`. */
export function statementName(statement: Statement): string {
  const sid = literalOf(statement.sid?.value);
  return sid ? sid : statementSummary(statement);
}

/** What a statement does in a few words, such as `Allow s3:GetObject and 2 more`. */
export function statementSummary({ effect, action }: Statement): string {
  const verb = effect?.allows ?? 'Statement';
  const [first, ...more] = action?.entries ?? [];
  if (action === undefined || first === undefined) return verb;
  const all = action.name === 'NotAction' ? 'all but ' : '';
  const others = more.length > 0 ? ` and ${more.length} more` : '';
  return `${verb} ${all}${writtenText(first)}${others}`;
}

/** A string as a person reads it; a hole is shown by its name in braces. */
export function writtenText(node: Node): string {
  return node.kind === 'string' ? node.parts.map(partText).join('') : '…';
}

function partText(part: Part): string {
  return typeof part === 'string' ? part : `{${part.hole}}`;
}
