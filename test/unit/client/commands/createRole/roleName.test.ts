import { expect, test } from 'vitest';
import { nameComplaint, roleNameComplaint } from '../../../../../client/src/commands/createRole/roleName.ts';

test.each(['a', 'orders-reader', 'a+b=c,d.e@f_g', 'x'.repeat(64)])('%s is a name', (name) => {
  expect(roleNameComplaint(name, [])).toBeUndefined();
});

test.each([
  ['', 'A role needs a name.'],
  ['orders reader', 'spaces'],
  ['orders/reader', '“/”'],
  ['größe', '“ö”'],
  ['x'.repeat(65), 'at most 64 characters; this has 65'],
])('%s is none', (name, words) => {
  expect(roleNameComplaint(name, [])).toContain(words);
});

test('a name is told apart from others by more than case', () => {
  expect(roleNameComplaint('Reader', ['reader'])).toMatch(/^There is a role reader already/);
  expect(roleNameComplaint('reader', ['reader'])).toMatchObject({ severity: 'warning' });
});

test('a policy may have a longer one', () => {
  expect(nameComplaint('x'.repeat(128), 'policy', 128)).toBeUndefined();
  expect(nameComplaint('x'.repeat(129), 'policy', 128)).toContain('this has 129');
});
