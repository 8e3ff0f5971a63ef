import type { ObjectNode, Span } from '../syntax/node.ts';

/** Where something that an object lacks, or that is wrong with all of it, is marked. */
export function openingBrace({ start }: ObjectNode): Span {
  return { start, end: start + 1 };
}
