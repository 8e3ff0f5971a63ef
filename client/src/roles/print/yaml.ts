import { isList, type Json } from './json.ts';
import { withoutHidden } from './visible.ts';

/** Intrinsic functions of CloudFormation, by their long form. */
const shortForms: Readonly<Record<string, string>> = {
  'Fn::Sub': '!Sub',
  'Fn::GetAtt': '!GetAtt',
  Ref: '!Ref',
};

/** The value as YAML that stands at this depth, without a line break at its end. */
export function yaml(value: Json, depth = 0): string {
  if (typeof value !== 'object' || value === null) return scalar(value);
  const intrinsic = shortForm(value);
  if (intrinsic !== undefined) return intrinsic;
  if (isList(value)) return list(value, depth);
  const members = Object.entries(value);
  if (members.length === 0) return '{}';
  return members.map(([key, member]) => member_(scalar(key), member, depth)).join(`\n${indent(depth)}`);
}

function member_(key: string, value: Json, depth: number): string {
  const isBlock =
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length > 0 &&
    shortForm(value) === undefined;
  if (!isBlock) return `${key}: ${yaml(value)}`;
  return `${key}:\n${indent(depth + 1)}${yaml(value, depth + 1)}`;
}

function list(items: readonly Json[], depth: number): string {
  if (items.length === 0) return '[]';
  return items.map((item) => `- ${yaml(item, depth + 1)}`).join(`\n${indent(depth)}`);
}

function shortForm(value: object): string | undefined {
  const [[name, argument] = [], ...others] = Object.entries(value);
  const short = others.length === 0 && name !== undefined ? shortForms[name] : undefined;
  return short === undefined || typeof argument !== 'string' ? undefined : `${short} ${scalar(argument)}`;
}

/** Words that are no strings where they stand without quotes, in YAML 1.1. */
const reserved = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/i;

function scalar(value: string | number | boolean | null): string {
  if (typeof value !== 'string') return String(value);
  const isPlain = /^[A-Za-z][\w./-]*(?::+[\w*./-]+)*$/.test(value) && !reserved.test(value);
  return isPlain ? value : quoted(value);
}

/** With the escapes of JSON, which YAML has too; what JSON leaves and YAML does not take is escaped. */
function quoted(text: string): string {
  return withoutHidden(JSON.stringify(text));
}

function indent(depth: number): string {
  return '  '.repeat(depth);
}
