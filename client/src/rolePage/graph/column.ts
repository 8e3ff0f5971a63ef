import type { GraphNode } from './roleGraph.ts';

export type NodeText = Omit<GraphNode, 'id'>;

/** Things of one kind as nodes, no more than fit; `idsOf` gives the node of each, its own or that of the rest. */
export interface Column<T> {
  readonly nodes: readonly GraphNode[];
  idOf(one: T): string;
}

/** So many of the rest are told by name. */
const mostTold = 40;

/**
 * A node for each, as long as there are no more than `most`; else the last node stands for all that are left.
 * `prefix` begins the ids.
 */
export function column<T>(all: readonly T[], { prefix, most, textOf, rest }: ColumnForm<T>): Column<T> {
  const shown = all.length <= most ? all : all.slice(0, most - 1);
  const left = all.slice(shown.length).map(textOf);
  const nodes = shown.map((one, index) => ({ id: `${prefix}${index}`, ...textOf(one) }));
  const ids = new Map(all.map((one, index) => [one, `${prefix}${Math.min(index, most - 1)}`]));
  return {
    nodes: left.length === 0 ? nodes : [...nodes, { id: `${prefix}${most - 1}`, ...restText(left, rest) }],
    idOf: (one) => ids.get(one) ?? '',
  };
}

export interface ColumnForm<T> {
  readonly prefix: string;
  readonly most: number;
  /** Behind the number of what is left: `more policies`. */
  readonly rest: string;
  textOf(one: T): NodeText;
}

function restText(left: readonly NodeText[], rest: string): NodeText {
  const [first] = left;
  const told = left.slice(0, mostTold).map(({ title }) => title);
  const untold = left.length > mostTold ? ` and ${left.length - mostTold} more` : '';
  return {
    kind: first?.kind ?? 'resource',
    caption: first?.caption ?? '',
    title: `${left.length} ${rest}`,
    detail: '',
    about: `${told.join(', ')}${untold}`,
  };
}
