import { expect, test } from 'vitest';
import { isEscape, policyVariables } from '../../../server/src/policy/policyVariable.ts';

/** Each variable as it stands in the text, with its name and default. */
function variables(text: string): unknown[] {
  return policyVariables(text).map(({ from, to, closed, name, fallback }) => [
    text.slice(from, to),
    closed,
    name,
    fallback,
  ]);
}

test.each([
  ['${aws:username}', [['${aws:username}', true, 'aws:username', undefined]]],
  [
    'a}${aws:userid}/${*}',
    [
      ['${aws:userid}', true, 'aws:userid', undefined],
      ['${*}', true, '*', undefined],
    ],
  ],
  [
    "${aws:PrincipalTag/team, 'all'}!",
    [["${aws:PrincipalTag/team, 'all'}", true, 'aws:PrincipalTag/team', "'all'"]],
  ],
  [
    '${a${b}',
    [
      ['${a', false, 'a', undefined],
      ['${b}', true, 'b', undefined],
    ],
  ],
  ['x${', [['${', false, '', undefined]]],
  ['${}', [['${}', true, '', undefined]]],
  ['no $variable {here}', []],
])('%s', (text, expected) => {
  expect(variables(text)).toEqual(expected);
});

test('only *, ? and $ are escapes', () => {
  expect(policyVariables("${*}${?}${$}${a}${*, 'b'}").map(isEscape)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});
