import type { Statement } from '../../policy/model.ts';
import { literalOf, type Node } from '../../syntax/node.ts';

/** A Sid that an earlier statement has; letter case counts, and empty ones are no Sids. */
export interface RepeatedSid {
  readonly text: string;
  readonly node: Node;
  readonly first: Node;
}

export function repeatedSids(statements: readonly Statement[]): readonly RepeatedSid[] {
  const firsts = new Map<string, Node>();
  return statements.flatMap(({ sid }) => {
    const text = literalOf(sid?.value);
    if (sid?.value === undefined || !text) return [];
    const first = firsts.get(text);
    if (first !== undefined) return [{ text, node: sid.value, first }];
    firsts.set(text, sid.value);
    return [];
  });
}
