import { escaped } from '../xml.ts';
import { fitText } from './fitText.ts';
import { nodeSize, type PlacedEdge, type PlacedGraph, type PlacedNode, type Point } from './layoutGraph.ts';
import { neighboursOf } from './neighbours.ts';

/** Characters that fit into a node: of its title, which is bold, and of the smaller lines. */
const places = { title: 20, small: 28 };

/**
 * The drawing within a page, which the page's style sheet colours: a list of nodes that the keyboard reaches. A node has
 * in `data-left`, `data-right`, … where the arrow keys lead.
 */
export function pageSvg(graph: PlacedGraph): string {
  const { title, width, height, nodes, edges } = graph;
  const label = `Graph of ${title}, ${nodes.length} nodes; arrow keys go from one to the next`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="graph" role="list" aria-label="${escaped(label)}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    arrowHead,
    ...edges.map((edge) => edgeMark(edge, ' aria-hidden="true"')),
    ...nodes.map((node) => nodeMark(node, focusable(node, graph))),
    '</svg>',
  ].join('\n');
}

/** The drawing as a file of its own, with colours of its own. */
export function standaloneSvg({ title, width, height, nodes, edges }: PlacedGraph): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" class="graph" role="img" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<title>${escaped(title)}</title>`,
    `<style>${fixedStyle}</style>`,
    `<rect class="paper" width="${width}" height="${height}"/>`,
    arrowHead,
    ...edges.map((edge) => edgeMark(edge, '')),
    ...nodes.map((node) => nodeMark(node, '')),
    '</svg>',
    '',
  ].join('\n');
}

const arrowHead =
  '<defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerUnits="userSpaceOnUse" markerWidth="8" markerHeight="8" orient="auto"><path class="arrow" d="M0 0 8 4 0 8z"/></marker></defs>';

function focusable(node: PlacedNode, graph: PlacedGraph): string {
  const { caption, title, detail } = node;
  const byId = new Map(graph.nodes.map((one) => [one.id, one.title]));
  const leads = graph.edges
    .filter(({ from }) => from === node.id)
    .map(({ to, label }) => `${label} ${byId.get(to)}`);
  const spoken = [`${caption} ${title}`, detail, ...leads].filter((part) => part !== '').join('; ');
  const keys = Object.entries(neighboursOf(node, graph)).map(([side, id]) => ` data-${side}="${id}"`);
  const inTurn = node.kind === 'role' ? 0 : -1;
  return ` role="listitem" tabindex="${inTurn}" data-node="${node.id}"${keys.join('')} aria-label="${escaped(spoken)}"`;
}

function nodeMark({ kind, caption, title, detail, about, x, y }: PlacedNode, more: string): string {
  const { width, height } = nodeSize;
  const [left, top] = [round(x - width / 2), round(y - height / 2)];
  const line = (name: string, text: string, size: number, at: number) =>
    text === ''
      ? ''
      : `<text class="${name}" x="${left + 12}" y="${top + at}" unicode-bidi="isolate">${escaped(fitText(text, size))}</text>`;
  return [
    `<g class="node ${kind}"${more}>`,
    `<title>${escaped(about)}</title>`,
    `<rect class="box" x="${left}" y="${top}" width="${width}" height="${height}" rx="4"/>`,
    `<rect class="stripe" x="${left}" y="${top}" width="4" height="${height}"/>`,
    line('caption', caption, places.small, 16),
    line('title', title, places.title, 33),
    line('detail', detail, places.small, 49),
    '</g>',
  ].join('');
}

function edgeMark({ from, to, label, conditional, points }: PlacedEdge, more: string): string {
  const style = conditional ? 'edge conditional' : 'edge';
  return `<path class="${style}" data-from="${from}" data-to="${to}" d="${pathOf(points)}" marker-end="url(#arrow)"${more}><title>${escaped(label)}</title></path>`;
}

/** A curve that leaves and reaches each point level. */
function pathOf([first, ...others]: readonly Point[]): string {
  if (first === undefined) return '';
  let at = first;
  const curves = others.map((next) => {
    const middle = round((at.x + next.x) / 2);
    const curve = `C${middle} ${round(at.y)} ${middle} ${round(next.y)} ${round(next.x)} ${round(next.y)}`;
    at = next;
    return curve;
  });
  return `M${round(first.x)} ${round(first.y)}${curves.join('')}`;
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}

/** Read on white paper as well as on a dark slide: the drawing brings its paper. */
const fixedStyle = `
.paper{fill:#ffffff}
.box{fill:#f6f8fa;stroke:#8c959f}
.stripe{fill:#57606a}
.principal .stripe,.instanceProfile .stripe{fill:#8250df}
.role .stripe{fill:#0969da}
.policy .stripe,.boundary .stripe{fill:#9a6700}
.service .stripe,.resource .stripe{fill:#1a7f37}
.chainedRole .stripe{fill:#cf222e}
text{font-family:system-ui,sans-serif;fill:#1f2328}
.caption,.detail{font-size:10.5px;fill:#57606a}
.title{font-size:12.5px;font-weight:600}
.edge{fill:none;stroke:#57606a}
.conditional{stroke-dasharray:5 4}
.arrow{fill:#57606a}
`;
