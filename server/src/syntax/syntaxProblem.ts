import type { Span } from './node.ts';

/** Something JSON does not allow. Reading goes on behind it. */
export interface SyntaxProblem extends Span {
  readonly kind: 'syntax' | 'comment' | 'trailing comma' | 'too deep';
  readonly message: string;
}
