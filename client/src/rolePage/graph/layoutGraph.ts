import { Graph, layout } from '@dagrejs/dagre';
import type { GraphEdge, GraphNode, RoleGraph } from './roleGraph.ts';

/** A graph with places, in pixels from the upper left corner. */
export interface PlacedGraph {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

export interface PlacedNode extends GraphNode {
  /** Of the middle. */
  readonly x: number;
  readonly y: number;
}

export interface PlacedEdge extends GraphEdge {
  readonly points: readonly Point[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Of every node. */
export const nodeSize = { width: 176, height: 58 };

const spacing = { rankdir: 'LR', nodesep: 14, ranksep: 48, marginx: 12, marginy: 12 } as const;

/** Places a graph from left to right, so that edges cross as little as may be. */
export function layoutGraph({ title, nodes, edges }: RoleGraph): PlacedGraph {
  const graph = new Graph().setGraph({ ...spacing }).setDefaultEdgeLabel(() => ({}));
  for (const { id } of nodes) graph.setNode(id, { ...nodeSize });
  for (const { from, to } of edges) graph.setEdge(from, to);
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  return {
    title,
    width: Math.ceil(width),
    height: Math.ceil(height),
    nodes: nodes.map((node) => {
      const { x, y } = graph.node(node.id);
      return { ...node, x, y };
    }),
    edges: edges.map((edge) => ({ ...edge, points: graph.edge(edge.from, edge.to).points })),
  };
}
