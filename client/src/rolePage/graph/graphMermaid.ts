import { visible } from '../../roles/markdown.ts';
import { fitText } from './fitText.ts';
import type { GraphNode, NodeKind, RoleGraph } from './roleGraph.ts';

const longestLabel = 80;

/** The graph as a Mermaid flowchart. Source: mermaid.js.org, Flowcharts. */
export function graphMermaid({ nodes, edges }: RoleGraph): string {
  const ids = new Map(nodes.map(({ id }, index) => [id, `n${index}`]));
  return [
    'flowchart LR',
    ...nodes.map((node) => `  ${ids.get(node.id)}${shaped(node)}`),
    ...edges.map(({ from, to, label, conditional }) => {
      const arrow = conditional ? '-.->' : '-->';
      return `  ${ids.get(from)} ${arrow}|${quoted(label)}| ${ids.get(to)}`;
    }),
    '',
  ].join('\n');
}

const shapes: Readonly<Record<NodeKind, readonly [string, string]>> = {
  principal: ['([', '])'],
  instanceProfile: ['([', '])'],
  role: ['[[', ']]'],
  policy: ['[', ']'],
  boundary: ['{{', '}}'],
  service: ['(', ')'],
  resource: ['[(', ')]'],
  chainedRole: ['[[', ']]'],
};

function shaped({ kind, caption, title, detail }: GraphNode): string {
  const [open, close] = shapes[kind];
  const lines = [`${caption}: ${fitText(title, longestLabel)}`, fitText(detail, longestLabel)];
  return `${open}${quoted(...lines.filter((line) => line !== ''))}${close}`;
}

/**
 * Lines of a label in quotes. All but letters, digits and a few harmless marks are written by their number, as Mermaid
 * takes some for markup, or for the end of the label.
 */
function quoted(...lines: readonly string[]): string {
  return `"${lines.map((line) => visible(line).replace(/[^\p{L}\p{M}\p{N} ,:/_-]/gu, numbered)).join('<br/>')}"`;
}

function numbered(character: string): string {
  return `#${character.codePointAt(0)};`;
}
