import { isList, type Json } from './json.ts';
import { withoutHidden } from './visible.ts';

/** What an attribute is set to. Tagged, so that no text of a plan is taken for an expression. */
export type HclValue =
  | { readonly kind: 'value'; readonly value: Json }
  /** A policy document. */
  | { readonly kind: 'document'; readonly value: Json }
  | { readonly kind: 'expression'; readonly expression: string }
  /** A string with expressions in it. */
  | { readonly kind: 'template'; readonly parts: readonly (string | { readonly expression: string })[] };

export type Attributes = Readonly<Record<string, HclValue | undefined>>;

/** A block with labels, as `terraform fmt` writes it. */
export function block(type: string, labels: readonly string[], attributes: Attributes): string {
  const members = Object.entries(attributes).flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, value: attribute(value) }],
  );
  const head = [type, ...labels.map((label) => string(label))].join(' ');
  return members.length === 0 ? `${head} {}` : `${head} {\n${aligned(members, 1)}\n}`;
}

function attribute(value: HclValue): string {
  switch (value.kind) {
    case 'value':
      return literal(value.value, 1);
    case 'document':
      return `jsonencode(${literal(value.value, 1)})`;
    case 'expression':
      return value.expression;
    case 'template':
      return `"${value.parts.map(templatePart).join('')}"`;
  }
}

function templatePart(part: string | { readonly expression: string }): string {
  return typeof part === 'string' ? escaped(part) : `\${${part.expression}}`;
}

/** As keys they would be values, or begin a `for` expression. */
const keywords: ReadonlySet<string> = new Set(['null', 'true', 'false', 'for']);

/** A value of JSON that stands at this depth. */
function literal(value: Json, depth: number): string {
  if (typeof value === 'string') return string(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (isList(value)) return list(value, depth);
  const members = Object.entries(value).map(([key, member]) => ({
    name: /^[A-Za-z_]\w*$/.test(key) && !keywords.has(key) ? key : string(key),
    value: literal(member, depth + 1),
  }));
  return members.length === 0 ? '{}' : `{\n${aligned(members, depth + 1)}\n${indent(depth)}}`;
}

function list(items: readonly Json[], depth: number): string {
  if (items.every((item) => typeof item !== 'object' || item === null))
    return `[${items.map((item) => literal(item, depth)).join(', ')}]`;
  const lines = items.map((item) => `${indent(depth + 1)}${literal(item, depth + 1)},`);
  return `[\n${lines.join('\n')}\n${indent(depth)}]`;
}

interface Member {
  readonly name: string;
  readonly value: string;
}

/** Equals signs of neighbours stand below each other, as far as each takes one line. */
function aligned(members: readonly Member[], depth: number): string {
  const widths = members.map((_, index) => widthAt(members, index));
  const lines = members.map(
    ({ name, value }, index) =>
      `${indent(depth)}${name + ' '.repeat(Math.max(0, (widths[index] ?? 0) - width(name)))} = ${value}`,
  );
  return lines.join('\n');
}

/** Characters as a reader counts them. */
function width(text: string): number {
  return [...new Intl.Segmenter().segment(text)].length;
}

function widthAt(members: readonly Member[], index: number): number {
  const isShort = (at: number) => members[at] !== undefined && !members[at].value.includes('\n');
  if (!isShort(index)) return 0;
  let [first, last] = [index, index];
  while (isShort(first - 1)) first -= 1;
  while (isShort(last + 1)) last += 1;
  return Math.max(...members.slice(first, last + 1).map(({ name }) => width(name)));
}

function string(text: string): string {
  return `"${escaped(text)}"`;
}

/** HCL has fewer escapes than JSON, and would put values in place of `${` and `%{`. */
function escaped(text: string): string {
  const known = JSON.stringify(text)
    .slice(1, -1)
    .replace(/\\(u[0-9a-f]{4}|.)/g, (found, what: string) => {
      if (/^ud[89a-f]/.test(what)) return '\\ufffd';
      return { b: '\\u0008', f: '\\u000c' }[what] ?? found;
    });
  return withoutHidden(known).replace(/[$%](?=\{)/g, '$&$&');
}

function indent(depth: number): string {
  return '  '.repeat(depth);
}
