import type { PlacedGraph, PlacedNode } from './layoutGraph.ts';

/** Where the arrow keys lead from a node, as ids. */
export type Neighbours = Readonly<Partial<Record<'left' | 'right' | 'up' | 'down', string>>>;

/** Left and right follow edges, to the nearest node; up and down stay in the column. */
export function neighboursOf({ id, x, y }: PlacedNode, { nodes, edges }: PlacedGraph): Neighbours {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const nearest = (ids: readonly string[]): string | undefined =>
    ids
      .flatMap((one) => byId.get(one) ?? [])
      .sort((one, other) => Math.abs(one.y - y) - Math.abs(other.y - y))[0]?.id;
  const left = nearest(edges.filter(({ to }) => to === id).map(({ from }) => from));
  const right = nearest(edges.filter(({ from }) => from === id).map(({ to }) => to));
  const up = nearest(nodes.filter((one) => one.x === x && one.y < y).map((one) => one.id));
  const down = nearest(nodes.filter((one) => one.x === x && one.y > y).map((one) => one.id));
  return {
    ...(left !== undefined && { left }),
    ...(right !== undefined && { right }),
    ...(up !== undefined && { up }),
    ...(down !== undefined && { down }),
  };
}
