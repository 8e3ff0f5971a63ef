import { expect, test } from 'vitest';
import { removeSuppression } from '../../../server/src/policy/removeSuppression.ts';
import { applyTextEdits } from '../../../server/src/syntax/textEdits.ts';

function without(text: string, entry: string): string | undefined {
  const edits = removeSuppression(text, { start: text.indexOf(entry) });
  return edits && applyTextEdits(text, edits);
}

test('takes one entry out, with its comma', () => {
  const text = `{
  "checks": {},
  "suppressions": [
    { "code": "A" },
    { "code": "B" }
  ]
}`;
  expect(without(text, '{ "code": "A" }')).toBe(text.replace('    { "code": "A" },\n', ''));
  expect(without(text, '{ "code": "B" }')).toBe(text.replace(',\n    { "code": "B" }', ''));
});

test('takes the last one out', () => {
  expect(without('{ "suppressions": [{ "code": "A" }] }', '{ "code"')).toBe('{ "suppressions": [] }');
});

test.each([
  '{ "checks": [{ "code": "A" }] }',
  '{ "suppressions": { "code": "A" } }',
  '[{ "code": "A" }]',
  '{',
])('finds no entry in %s', (text) => {
  expect(without(text, '{ "code"')).toBeUndefined();
});
