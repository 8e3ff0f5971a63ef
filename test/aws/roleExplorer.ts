import type { AwsApi } from '../../client/src/roles/awsApi.ts';
import { createRoleExplorer, type RoleExplorer } from '../../client/src/roles/explorer/createRoleExplorer.ts';
import type { ExplorerNode } from '../../client/src/roles/explorer/explorerNode.ts';
import type { ServedPolicies } from '../servedPolicies.ts';
import { must } from './must.ts';

type Connect = () => Promise<{ api(signal?: AbortSignal): AwsApi } | undefined>;

export interface ExplorerBench {
  readonly explorer: RoleExplorer;
  /** Ids of rows that were to be shown anew; `all` for everything. */
  readonly changes: readonly string[];
  /** The rows below a path of labels, each looked up among the rows it stands below. */
  rowsAt(...labels: readonly string[]): Promise<readonly ExplorerNode[]>;
  rowAt(...labels: readonly string[]): Promise<ExplorerNode>;
  /** Settles as soon as something was to be shown anew that meets the condition, after what was before it. */
  until(condition: () => boolean | Promise<boolean>): Promise<void>;
}

/** The explorer as a view sees it, with the real server as judge. */
export function explorerBench(
  connect: Connect,
  policies: Pick<ServedPolicies, 'check'>,
  now = new Date(),
): ExplorerBench {
  const changes: string[] = [];
  let told = () => {};
  const explorer = createRoleExplorer({
    connect,
    check: (document, type) => policies.check(document, type),
    now: () => now,
    changed(row) {
      changes.push(row?.id ?? 'all');
      told();
    },
  });
  const rowsAt = async (...labels: readonly string[]) => {
    let rows = await explorer.children();
    for (const label of labels) rows = await explorer.children(labelled(rows, label));
    return rows;
  };
  return {
    explorer,
    changes,
    rowsAt,
    rowAt: async (...labels) => labelled(await rowsAt(...labels.slice(0, -1)), must(labels.at(-1))),
    async until(condition) {
      for (;;) {
        const next = new Promise<void>((settle) => {
          told = settle;
        });
        if (await condition()) return;
        await next;
      }
    },
  };
}

function labelled(rows: readonly ExplorerNode[], label: string): ExplorerNode {
  const row = rows.find((one) => one.label === label);
  if (row === undefined) throw new Error(`No row "${label}" is among: ${labelsOf(rows).join('; ')}`);
  return row;
}

export function labelsOf(rows: readonly ExplorerNode[]): readonly string[] {
  return rows.map(({ label }) => label);
}

/** `label: description` of each. */
export function textsOf(rows: readonly ExplorerNode[]): readonly string[] {
  return rows.map(({ label, description }) => (description === '' ? label : `${label}: ${description}`));
}
