import { expect, test } from 'vitest';
import { meantIpRange } from '../../../../server/src/checks/condition/meantIpRange.ts';

test.each([
  ['203.0.113.*', '203.0.113.0/24'],
  ['203.0.*.*', '203.0.0.0/16'],
  ['203.0.113.0/255.255.255.0', '203.0.113.0/24'],
  ['203.0.113.0 255.255.255.255', '203.0.113.0/32'],
  ['203.0.113/24', '203.0.113.0/24'],
  ['10/8', '10.0.0.0/8'],
  [' 2001:db8::/32 ', '2001:db8::/32'],
])('%s surely means %s', (text, range) => {
  expect(meantIpRange(text)).toEqual({ text: range, sure: true });
});

test('a range without its length may be one address', () => {
  expect(meantIpRange('203.0.113.0/')).toEqual({ text: '203.0.113.0', sure: false });
});

test.each([
  '*',
  '203.*.113.0',
  '203.0.113.0/33',
  '203.0.113.0/255.0.255.0',
  '300.0.*.*',
  '203.0/24',
  'office',
  '',
])('%s may mean anything', (text) => {
  expect(meantIpRange(text)).toBeUndefined();
});
