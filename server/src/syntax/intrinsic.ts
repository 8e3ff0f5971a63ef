import type { Node, Part } from './node.ts';
import { literalOf } from './node.ts';
import { partsNode } from './treeBuilder.ts';

/** Whether a JSON text is a CloudFormation template, in which `Ref` and `Fn::…` stand for values. */
export function isCloudFormation(text: string): boolean {
  return (
    text.includes('"AWSTemplateFormatVersion"') ||
    (text.includes('"AWS::') && /"Type"\s*:\s*"AWS::/.test(text))
  );
}

/**
 * What an intrinsic function stands for: a string with holes, or an unknown value. Undefined for anything else.
 * Source: AWS CloudFormation Template Reference, intrinsic functions.
 */
export function intrinsicValue(node: Node): Node | undefined {
  if (node.kind !== 'object' || node.members.length !== 1) return undefined;
  const [member] = node.members;
  const name = literalOf(member?.key);
  if (name !== 'Ref' && !name?.startsWith('Fn::')) return undefined;
  const parts = partsOf(name, member?.value);
  if (parts !== undefined) return partsNode(parts, node.start, node.end);
  return { kind: 'unknown', start: node.start, end: node.end, parent: undefined };
}

function partsOf(name: string, value: Node | undefined): readonly Part[] | undefined {
  switch (name) {
    case 'Ref':
      return [{ hole: literalOf(value) ?? '' }];
    case 'Fn::GetAtt':
      return [{ hole: attributeName(value) }];
    case 'Fn::Sub':
      return substitution(value?.kind === 'array' ? value.items[0] : value);
    case 'Fn::Join':
      return joined(value);
    default:
      return undefined;
  }
}

function attributeName(value: Node | undefined): string {
  if (value?.kind !== 'array') return literalOf(value) ?? '';
  return value.items.map((item) => literalOf(item) ?? '').join('.');
}

function substitution(value: Node | undefined): readonly Part[] | undefined {
  const text = literalOf(value);
  if (text === undefined) return undefined;
  const parts: Part[] = [];
  let from = 0;
  for (const match of text.matchAll(/\$\{([^}]*)\}/g)) {
    const [whole, name = ''] = match;
    if (name.startsWith('!')) {
      parts.push(text.slice(from, match.index), `\${${name.slice(1)}}`);
    } else {
      parts.push(text.slice(from, match.index), { hole: name });
    }
    from = match.index + whole.length;
  }
  parts.push(text.slice(from));
  return merged(parts);
}

function joined(value: Node | undefined): readonly Part[] | undefined {
  if (value?.kind !== 'array') return undefined;
  const separator = literalOf(value.items[0]);
  const list = value.items[1];
  if (separator === undefined || list?.kind !== 'array') return undefined;
  const parts: Part[] = [];
  for (const [index, item] of list.items.entries()) {
    if (index > 0) parts.push(separator);
    if (item.kind === 'string') parts.push(...item.parts);
    else parts.push({ hole: '' });
  }
  return merged(parts);
}

function merged(parts: readonly Part[]): readonly Part[] {
  const result: Part[] = [];
  for (const part of parts) {
    const last = result[result.length - 1];
    if (part === '') continue;
    if (typeof part === 'string' && typeof last === 'string') result[result.length - 1] = last + part;
    else result.push(part);
  }
  return result;
}
