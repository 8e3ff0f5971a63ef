import type { Node } from '../syntax/node.ts';
import { parseJson } from '../syntax/parseJson.ts';
import { onOneLine, printTree } from '../syntax/printTree.ts';

/** In characters, with indentation. */
const widest = 88;
const unit = '  ';

/**
 * A policy as people lay it out: what has one member or holds only values stands on one line where it fits, anything
 * else on several. A text that is not JSON keeps its lines, and loses what these are indented by in common.
 */
export function printPolicy(text: string): string {
  const { root, problems } = parseJson(text);
  return root === undefined || problems.length > 0 ? dedented(text) : print(root, text, '', 0);
}

function print(node: Node, text: string, indentation: string, before: number): string {
  const whole = printTree(node, text, onOneLine, '');
  const fits = indentation.length + before + whole.length <= widest;
  if ((node.kind !== 'object' && node.kind !== 'array') || (fits && isSimple(node))) return whole;
  const inner = indentation + unit;
  const entries =
    node.kind === 'array'
      ? node.items.map((item) => print(item, text, inner, 0))
      : node.members.map(({ key, value }) => {
          const name = `${text.slice(key.start, key.end)}: `;
          return name + (value === undefined ? 'null' : print(value, text, inner, name.length));
        });
  const [open, close] = node.kind === 'array' ? ['[', ']'] : ['{', '}'];
  return `${open}\n${inner}${entries.join(`,\n${inner}`)}\n${indentation}${close}`;
}

function isSimple(node: Node): boolean {
  if (node.kind === 'array') return node.items.every(({ kind }) => kind !== 'object' && kind !== 'array');
  if (node.kind !== 'object') return true;
  const [only, ...others] = node.members;
  return only === undefined || (others.length === 0 && (only.value === undefined || isSimple(only.value)));
}

/** Examples stand indented in the code. */
function dedented(text: string): string {
  const [first = '', ...rest] = text.split('\n');
  const depths = rest.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const common = Math.min(...depths);
  return [first, ...rest.map((line) => unit + line.slice(common))].map((line) => line.trimEnd()).join('\n');
}
