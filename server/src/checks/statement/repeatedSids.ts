import type { Statement } from '../../policy/model.ts';
import { literalOf, type Node } from '../../syntax/node.ts';
import { freeSid } from './sidNames.ts';

/** A Sid that an earlier statement has; letter case counts, and empty ones are no Sids. */
export interface RepeatedSid {
  readonly text: string;
  readonly node: Node;
  readonly first: Node;
  /** One like it that no statement has. */
  readonly free: string;
}

export function repeatedSids(statements: readonly Statement[]): readonly RepeatedSid[] {
  const firsts = new Map<string, Node>();
  let taken: ReadonlySet<string> | undefined;
  return statements.flatMap(({ sid }) => {
    const text = literalOf(sid?.value);
    if (sid?.value === undefined || !text) return [];
    const first = firsts.get(text);
    if (first !== undefined) {
      taken ??= sidsOf(statements);
      return [{ text, node: sid.value, first, free: freeSid(text, taken) }];
    }
    firsts.set(text, sid.value);
    return [];
  });
}

function sidsOf(statements: readonly Statement[]): ReadonlySet<string> {
  return new Set(statements.flatMap(({ sid }) => literalOf(sid?.value) ?? []));
}
