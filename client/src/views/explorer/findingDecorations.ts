import { Disposable, EventEmitter, ThemeColor, type Uri, window } from 'vscode';
import type { ExplorerNode } from '../../roles/explorer/explorerNode.ts';
import {
  countsText,
  type FindingCounts,
  type Severity,
  totalOf,
  worstOf,
} from '../../roles/explorer/findingCounts.ts';
import { rowScheme, rowUri } from './rowItem.ts';

const colors: Readonly<Record<Severity, string>> = {
  ERROR: 'list.errorForeground',
  SECURITY_WARNING: 'list.warningForeground',
  WARNING: 'list.warningForeground',
  SUGGESTION: 'list.deemphasizedForeground',
};

export interface FindingDecorations extends Disposable {
  /** Takes what is known of the row's findings now. */
  update(row: ExplorerNode): void;
}

/** Marks rows with the number of findings in their policies, in the colour of the worst. */
export function decorateFindings(): FindingDecorations {
  const known = new Map<string, FindingCounts>();
  const changes = new EventEmitter<Uri>();
  const provider = window.registerFileDecorationProvider({
    onDidChangeFileDecorations: changes.event,
    provideFileDecoration(uri) {
      const counts = uri.scheme === rowScheme ? known.get(uri.toString()) : undefined;
      const worst = counts && worstOf(counts);
      if (counts === undefined || worst === undefined) return undefined;
      return {
        // Two characters are all that VS Code takes.
        badge: String(Math.min(totalOf(counts), 99)),
        color: new ThemeColor(colors[worst]),
        tooltip: countsText(counts),
      };
    },
  });
  return {
    update(row) {
      const uri = rowUri(row);
      const key = uri.toString();
      if (row.findings === undefined ? !known.has(key) : sameCounts(known.get(key), row.findings)) return;
      if (row.findings === undefined) known.delete(key);
      else known.set(key, row.findings);
      changes.fire(uri);
    },
    dispose: () => Disposable.from(provider, changes).dispose(),
  };
}

function sameCounts(one: FindingCounts | undefined, other: FindingCounts): boolean {
  return one !== undefined && countsText(one) === countsText(other);
}
