import { expect, test } from 'vitest';
import { parseIpRange } from '../../../server/src/policy/ipRange.ts';
import { printIpRange } from '../../../server/src/policy/printIpRange.ts';

test.each([
  ['203.0.113.0/24', '203.0.113.0/24'],
  ['203.0.113.7/24', '203.0.113.0/24'],
  ['10.255.0.1/9', '10.128.0.0/9'],
  ['203.0.113.7', '203.0.113.7/32'],
  ['203.0.113.7/0', '0.0.0.0/0'],
  ['2001:db8::1/32', '2001:db8::/32'],
  ['2001:db8:0:0:1::/80', '2001:db8:0:0:1::/80'],
  ['1:0:0:2:0:0:0:3', '1:0:0:2::3/128'],
  ['fe80::1:0:0:1/128', 'fe80::1:0:0:1/128'],
  ['1:2:3:4:5:6:7:9/127', '1:2:3:4:5:6:7:8/127'],
  ['1:0:3:4:5:6:7:8', '1:0:3:4:5:6:7:8/128'],
  ['::1', '::1/128'],
  ['::7/0', '::/0'],
])('%s is printed as %s', (text, printed) => {
  const range = parseIpRange(text);
  expect(range && printIpRange(range)).toBe(printed);
});
