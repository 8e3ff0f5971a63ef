import type { GraphFormat } from './messages.ts';
import type { RolePage } from './rolePage.ts';

/** A page that can be read again. */
export interface PageSource {
  /** The same for pages of the same thing. */
  readonly id: string;
  readonly title: string;
  /** Throws an `Error` that says what to do where it cannot be read. */
  read(): Promise<RolePage>;
}

/** The role pages of a window, as a port. */
export interface RolePages {
  /** Beside the editor; one of the same `id` that is there already is read anew. */
  show(source: PageSource): Promise<void>;
  /** The page in front; nothing where there is none. */
  refresh(): Promise<void>;
  /** Asks where to write the graph of the page in front. */
  exportGraph(format: GraphFormat): Promise<void>;
}
