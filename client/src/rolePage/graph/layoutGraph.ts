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
export const nodeSize = { width: 186, height: 58 };

const spacing = { rankdir: 'LR', nodesep: 14, ranksep: 40, marginx: 12, marginy: 12 } as const;

/** Places a graph from left to right, so that edges cross as little as may be. */
export function layoutGraph({ title, nodes, edges }: RoleGraph): PlacedGraph {
  const graph = new Graph().setGraph({ ...spacing }).setDefaultEdgeLabel(() => ({}));
  for (const { id } of nodes) graph.setNode(id, { ...nodeSize });
  for (const { from, to } of edges) graph.setEdge(from, to);
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  const places = new Map(nodes.map(({ id }) => [id, pointOf(graph.node(id))]));
  return {
    title,
    width: Math.ceil(width),
    height: Math.ceil(height),
    nodes: nodes.map((node) => ({ ...node, ...(places.get(node.id) ?? { x: 0, y: 0 }) })),
    edges: edges.map((edge) => ({
      ...edge,
      points: [
        ...sideOf(places.get(edge.from), 1),
        ...graph.edge(edge.from, edge.to).points.slice(1, -1).map(pointOf),
        ...sideOf(places.get(edge.to), -1),
      ],
    })),
  };
}

function pointOf({ x, y }: Point): Point {
  return { x, y };
}

/** The middle of the right (1) or left (-1) side of the node at this place, where edges leave and arrive. */
function sideOf(place: Point | undefined, side: 1 | -1): readonly Point[] {
  return place === undefined ? [] : [{ x: place.x + (side * nodeSize.width) / 2, y: place.y }];
}
