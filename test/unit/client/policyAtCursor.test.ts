import { expect, test } from 'vitest';
import { policyAtCursor } from '../../../client/src/documents/policyAtCursor.ts';
import type { PolicyAtPosition } from '../../../server/src/protocol.ts';

function policy(firstLine: number, lastLine: number): PolicyAtPosition {
  const range = { start: { line: firstLine, character: 2 }, end: { line: lastLine, character: 3 } };
  return { type: 'identity', source: 'content', range };
}

const first = policy(2, 4);
const second = policy(6, 8);

test.each([
  ['inside the first', 3, first],
  ['inside the second', 7, second],
  ['between them: the one above', 5, first],
  ['below both: the nearest', 20, second],
  ['above both: the first', 0, first],
])('%s', (_, line, expected) => {
  expect(policyAtCursor([first, second], { line, character: 2 })).toBe(expected);
});

test('the end belongs to a policy', () => {
  expect(policyAtCursor([first, second], { line: 4, character: 3 })).toBe(first);
});

test('none where there is none', () => {
  expect(policyAtCursor([], { line: 0, character: 0 })).toBeUndefined();
});
