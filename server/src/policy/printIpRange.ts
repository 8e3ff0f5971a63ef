import type { IpRange } from './ipRange.ts';

/** A range in CIDR notation, without the bits behind its length, such as `203.0.113.0/24`. Source: RFC 4632, RFC 5952. */
export function printIpRange({ bytes, length }: IpRange): string {
  const network = bytes.map((byte, index) => byte & mask(length - index * 8));
  return `${network.length === 4 ? network.join('.') : printIpv6(network)}/${length}`;
}

/** A byte with as many leading bits set. */
function mask(bits: number): number {
  return (0xff << (8 - Math.min(8, Math.max(0, bits)))) & 0xff;
}

/** The first of the longest runs of two groups of zeros or more becomes `::`. */
function printIpv6(bytes: readonly number[]): string {
  const groups = bytes.flatMap((byte, index) =>
    index % 2 === 0 ? [((byte << 8) | (bytes[index + 1] ?? 0)).toString(16)] : [],
  );
  const text = `:${groups.join(':')}:`;
  const runs = text.match(/(:0){2,}(?=:)/g) ?? [];
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), '');
  if (longest === '') return groups.join(':');
  const at = text.indexOf(`${longest}:`);
  return `${text.slice(1, Math.max(at, 1))}::${text.slice(at + longest.length + 1, -1)}`.replace(
    /^:::/,
    '::',
  );
}
