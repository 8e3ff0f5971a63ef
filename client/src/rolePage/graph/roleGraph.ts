/** The graph of a role as data: what may assume it, what it has, what that allows. */
export interface RoleGraph {
  readonly title: string;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

export interface GraphNode {
  /** `n0`, `n1`, … */
  readonly id: string;
  readonly kind: NodeKind;
  /** What it is, such as `Inline policy`. */
  readonly caption: string;
  readonly title: string;
  /** A few words more; empty for none. */
  readonly detail: string;
  /** All that is to be told of it. */
  readonly about: string;
}

export type NodeKind =
  | 'principal'
  | 'instanceProfile'
  | 'role'
  | 'policy'
  | 'boundary'
  | 'service'
  | 'resource'
  | 'chainedRole';

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  /** A verb from the one to the other, such as `may assume`. */
  readonly label: string;
  /** Under conditions only. */
  readonly conditional: boolean;
}
