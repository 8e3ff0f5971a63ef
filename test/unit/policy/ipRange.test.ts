import { describe, expect, it } from 'vitest';
import { includesIpRange, isPrivateIpRange, parseIpRange } from '../../../server/src/policy/ipRange.ts';

function range(text: string) {
  const parsed = parseIpRange(text);
  if (parsed === undefined) throw new Error(`${text} is no range`);
  return parsed;
}

describe('an IP range', () => {
  it.each([
    ['203.0.113.0/24', [203, 0, 113, 0], 24],
    ['203.0.113.7', [203, 0, 113, 7], 32],
    ['0.0.0.0/0', [0, 0, 0, 0], 0],
  ])('%s is read', (text, bytes, length) => {
    expect(parseIpRange(text)).toEqual({ bytes, length });
  });

  it.each([
    ['2001:db8::/32', '20010db8000000000000000000000000', 32],
    ['::', '00000000000000000000000000000000', 128],
    ['2001:DB8:1:2:3:4:5:6', '20010db8000100020003000400050006', 128],
    ['::ffff:192.0.2.1', '00000000000000000000ffffc0000201', 128],
    ['fe80::1:2/64', 'fe800000000000000000000000010002', 64],
    ['1::', '00010000000000000000000000000000', 128],
  ])('%s is read', (text, hex, length) => {
    const bytes = hex.match(/../g)?.map((pair) => Number.parseInt(pair, 16));
    expect(parseIpRange(text)).toEqual({ bytes, length });
  });

  it.each([
    '',
    '10.0.0',
    '10.0.0.0.0',
    '10.0.0.256',
    '10.0.0.0/33',
    '10.0.0.0/',
    '10.0.0.0/8/8',
    '10.0.0.0/255.0.0.0',
    '10.0.*.0',
    ' 10.0.0.1',
    '2001:db8::/129',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4::5:6:7:8',
    '1::2::3',
    '12345::',
    '1.2.3.4::',
    ':',
    'fe80::1%eth0',
    'example.com',
  ])('%j is none', (text) => {
    expect(parseIpRange(text)).toBeUndefined();
  });

  it.each([
    ['10.0.0.0/8', '10.1.0.0/16', true],
    ['10.0.0.0/8', '10.0.0.0/8', true],
    ['10.1.0.0/16', '10.0.0.0/8', false],
    ['10.0.0.0/8', '11.0.0.0/16', false],
    ['172.16.0.0/12', '172.31.255.255', true],
    ['172.16.0.0/12', '172.32.0.0', false],
    ['0.0.0.0/0', '198.51.100.1', true],
    ['::/0', '198.51.100.1', false],
    ['2001:db8::/33', '2001:db8:7fff::', true],
    ['2001:db8::/33', '2001:db8:8000::', false],
  ])('%s includes %s: %s', (outer, inner, included) => {
    expect(includesIpRange(range(outer), range(inner))).toBe(included);
  });

  it.each([
    ['10.20.30.40', true],
    ['192.168.0.0/16', true],
    ['192.168.0.0/15', false],
    ['fd00::/8', true],
    ['fe00::/8', false],
    ['203.0.113.0/24', false],
    ['0.0.0.0/0', false],
  ])('%s is private: %s', (text, expected) => {
    expect(isPrivateIpRange(range(text))).toBe(expected);
  });
});
