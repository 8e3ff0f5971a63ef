import type { LineRange, PolicyAtPosition } from '../../../server/src/protocol.ts';

type Position = LineRange['start'];

/** The policy the position is in, else the nearest above it, else the first; undefined when there is none. */
export function policyAtCursor<Policy extends Pick<PolicyAtPosition, 'range'>>(
  policies: readonly Policy[],
  position: Position,
): Policy | undefined {
  const begun = policies.filter(({ range }) => !isBefore(position, range.start));
  return begun.find(({ range }) => !isBefore(range.end, position)) ?? begun.at(-1) ?? policies[0];
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
