import { parseIpRange } from '../../policy/ipRange.ts';

interface MeantIpRange {
  readonly text: string;
  /** It can mean nothing else. */
  readonly sure: boolean;
}

/** The range that a text in another notation stands for; undefined where only its author knows. */
export function meantIpRange(text: string): MeantIpRange | undefined {
  const plain = text.trim();
  for (const [sure, read] of readings) {
    const range = read(plain);
    if (range !== undefined && range !== text && parseIpRange(range) !== undefined)
      return { text: range, sure };
  }
  return undefined;
}

const readings: readonly (readonly [sure: boolean, read: (text: string) => string | undefined])[] = [
  [true, (text) => text],
  [true, withNetmask],
  [true, withWildcards],
  [true, shortened],
  [false, withoutLength],
];

/** `203.0.113.0/255.255.255.0` */
function withNetmask(text: string): string | undefined {
  const [, address, mask = ''] = /^([\d.]+)\s*[/ ]\s*([\d.]+)$/.exec(text) ?? [];
  const range = parseIpRange(mask);
  if (range?.bytes.length !== 4 || !mask.includes('.')) return undefined;
  const bits = range.bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const length = bits.indexOf('0') < 0 ? 32 : bits.indexOf('0');
  return bits.includes('1', length) ? undefined : `${address}/${length}`;
}

/** `203.0.113.*` */
function withWildcards(text: string): string | undefined {
  const parts = text.split('.');
  const fixed = parts.indexOf('*');
  if (parts.length !== 4 || fixed < 1 || parts.slice(fixed).some((part) => part !== '*')) return undefined;
  return `${[...parts.slice(0, fixed), ...parts.slice(fixed).map(() => '0')].join('.')}/${fixed * 8}`;
}

/** `203.0.113/24` */
function shortened(text: string): string | undefined {
  const [, address = '', length] = /^(\d+(?:\.\d+){0,2})\.?\/(\d+)$/.exec(text) ?? [];
  const parts = address.split('.');
  if (length === undefined || Number(length) > parts.length * 8) return undefined;
  return `${[...parts, '0', '0', '0'].slice(0, 4).join('.')}/${length}`;
}

/** `203.0.113.0/` */
function withoutLength(text: string): string | undefined {
  return text.endsWith('/') ? text.slice(0, -1) : undefined;
}
