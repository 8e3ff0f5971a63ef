/** An IPv4 or IPv6 range in CIDR notation; a single address is the range of its full length. Source: RFC 4632, RFC 4291. */
export interface IpRange {
  /** Four bytes or sixteen. */
  readonly bytes: readonly number[];
  /** How many leading bits are fixed; those behind them may be set and do not count. */
  readonly length: number;
}

/** Undefined for a text that is neither an address nor a range, such as a range of 33 bits of IPv4. */
export function parseIpRange(text: string): IpRange | undefined {
  const slash = text.indexOf('/');
  const address = slash < 0 ? text : text.slice(0, slash);
  const bytes = address.includes(':') ? parseIpv6(address) : parseIpv4(address);
  if (bytes === undefined) return undefined;
  const length = slash < 0 ? bytes.length * 8 : parseDecimal(text.slice(slash + 1), bytes.length * 8);
  return length === undefined ? undefined : { bytes, length };
}

/** Whether every address of `inner` lies in `outer`; never so for ranges of different versions of IP. */
export function includesIpRange(outer: IpRange, inner: IpRange): boolean {
  if (outer.bytes.length !== inner.bytes.length || outer.length > inner.length) return false;
  return outer.bytes.every((byte, index) => {
    const bits = Math.min(8, Math.max(0, outer.length - index * 8));
    const other = inner.bytes[index] ?? 0;
    return byte >> (8 - bits) === other >> (8 - bits);
  });
}

/** Networks that no public address lies in. Source: RFC 1918 (IPv4) and RFC 4193 (IPv6 unique local addresses). */
const privateRanges: readonly IpRange[] = [
  { bytes: [10, 0, 0, 0], length: 8 },
  { bytes: [172, 16, 0, 0], length: 12 },
  { bytes: [192, 168, 0, 0], length: 16 },
  { bytes: [0xfc, ...Array.from({ length: 15 }, () => 0)], length: 7 },
];

/** Whether all addresses of a range are private. */
export function isPrivateIpRange(range: IpRange): boolean {
  return privateRanges.some((one) => includesIpRange(one, range));
}

function parseIpv4(text: string): number[] | undefined {
  const parts = text.split('.');
  const bytes = parts.flatMap((part) => parseDecimal(part, 255) ?? []);
  return parts.length === 4 && bytes.length === 4 ? bytes : undefined;
}

/** Up to three digits. */
function parseDecimal(text: string, most: number): number | undefined {
  const value = /^\d{1,3}$/.test(text) ? Number(text) : undefined;
  return value !== undefined && value <= most ? value : undefined;
}

function parseIpv6(text: string): number[] | undefined {
  const gap = text.indexOf('::');
  if (gap < 0) return exactly(parseGroups(text, true), 16);
  const head = parseGroups(text.slice(0, gap), false);
  const tail = parseGroups(text.slice(gap + 2), true);
  if (head === undefined || tail === undefined) return undefined;
  const missing = 16 - head.length - tail.length;
  // `::` stands for one group or more.
  return missing < 2 ? undefined : [...head, ...Array.from({ length: missing }, () => 0), ...tail];
}

function exactly(bytes: number[] | undefined, count: number): number[] | undefined {
  return bytes?.length === count ? bytes : undefined;
}

/** Groups of four hexadecimal digits; the address's last may be an IPv4 address. */
function parseGroups(text: string, atEnd: boolean): number[] | undefined {
  if (text === '') return [];
  const groups = text.split(':');
  const bytes: number[] = [];
  for (const [index, group] of groups.entries()) {
    const last = atEnd && index === groups.length - 1;
    const parsed = last && group.includes('.') ? parseIpv4(group) : parseGroup(group);
    if (parsed === undefined) return undefined;
    bytes.push(...parsed);
  }
  return bytes;
}

function parseGroup(text: string): number[] | undefined {
  if (!/^[0-9a-f]{1,4}$/i.test(text)) return undefined;
  const value = Number.parseInt(text, 16);
  return [value >> 8, value & 0xff];
}
