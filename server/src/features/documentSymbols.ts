import { type PolicyType, policyTypeTitles } from '../policy/policyType.ts';
import type { PolicyFile } from '../policy/readDocument.ts';
import type { Span } from '../syntax/node.ts';
import { statementName, statementSummary } from './statementName.ts';

export interface SymbolItem extends Span {
  readonly name: string;
  readonly detail: string;
  readonly kind: PolicyType | 'statement';
  /** What is marked when the symbol is chosen. */
  readonly selection: Span;
  readonly children: readonly SymbolItem[];
}

/** The policies of a document with their statements, for the outline and the breadcrumbs. */
export function documentSymbols(file: PolicyFile): SymbolItem[] {
  return file.policies.map(({ policy }) => ({
    name: policyTypeTitles[policy.kind.type],
    detail: '',
    kind: policy.kind.type,
    start: policy.node.start,
    end: policy.node.end,
    selection: policy.statement?.key ?? { start: policy.node.start, end: policy.node.start + 1 },
    children: policy.statements.map((statement) => {
      const name = statementName(statement);
      const summary = statementSummary(statement);
      return {
        name,
        detail: summary === name ? '' : summary,
        kind: 'statement' as const,
        start: statement.node.start,
        end: statement.node.end,
        selection: statement.sid?.value ?? { start: statement.node.start, end: statement.node.start + 1 },
        children: [],
      };
    }),
  }));
}
