import { expect, test } from 'vitest';
import { parseTags, tagsComplaint, tagText } from '../../../../../client/src/commands/createRole/tagList.ts';

test('tags are written and read with commas between them', () => {
  const tags = { team: 'orders', stage: '', 'cost centre': 'a=b' };
  expect(parseTags(tagText(tags))).toEqual(tags);
  expect(parseTags('  team = orders ,, ')).toEqual({ team: 'orders' });
  expect(parseTags('')).toEqual({});
});

test.each([
  ['', undefined],
  ['team=orders, stage=test', undefined],
  ['größe=äöü', undefined],
  ['team', 'Write tags as key=value, with commas between them.'],
  ['aws:owner=me', 'The key aws:owner begins with aws:, which is kept for AWS.'],
  ['Team=a, team=b', 'The key team is there twice; IAM does not tell keys apart by case.'],
  ['team=a!', 'A tag may have no “!”: IAM takes letters, digits, spaces and _ . : / = + - @'],
  [`${'k'.repeat(129)}=v`, /^A key has at most 128 characters; k{20}… has 129\.$/],
  [`k=${'v'.repeat(257)}`, 'A value has at most 256 characters; that of k has 257.'],
  [
    Array.from({ length: 51 }, (_, index) => `k${index}=v`).join(','),
    'A role has at most 50 tags; these are 51.',
  ],
])('%s is complained of: %s', (text, complaint) => {
  if (complaint instanceof RegExp) expect(tagsComplaint(text)).toMatch(complaint);
  else expect(tagsComplaint(text)).toBe(complaint);
});
