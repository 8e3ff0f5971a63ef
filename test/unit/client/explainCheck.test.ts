import { describe, expect, test } from 'vitest';
import {
  type CheckItem,
  type ExplainCheckPorts,
  explainCheck,
} from '../../../client/src/commands/explainCheck.ts';
import type { CheckSummary } from '../../../server/src/protocol.ts';

const checks: readonly CheckSummary[] = [
  { code: 'INVALID_ACTION', severity: 'ERROR', what: 'No such action.' },
  { code: 'MISSING_VERSION', severity: 'WARNING', what: 'No version.' },
];

interface Said {
  readonly opened: string[];
  readonly informed: string[];
  readonly offered: string[];
}

async function explained(
  found: readonly string[],
  pick: (items: readonly CheckItem[]) => CheckItem | undefined,
  known?: readonly CheckSummary[],
): Promise<Said> {
  const said: Said = { opened: [], informed: [], offered: [] };
  const ports: ExplainCheckPorts = {
    checks: async () => known,
    foundCodes: () => found,
    separator: (label) => ({ label: `-- ${label}` }),
    pick: async (items) => {
      said.offered.push(...items.map(({ label }) => label));
      return pick(items);
    },
    open: async (code) => void said.opened.push(code),
    inform: (message) => said.informed.push(message),
  };
  await explainCheck(ports);
  return said;
}

describe('explaining a check', () => {
  test('offers those found in the document first', async () => {
    const { offered, opened } = await explained(
      ['MISSING_VERSION', 'MISSING_VERSION'],
      (items) => items[1],
      checks,
    );
    expect(offered).toEqual(['-- In this document', 'MISSING_VERSION', '-- All others', 'INVALID_ACTION']);
    expect(opened).toEqual(['MISSING_VERSION']);
  });

  test('offers all alike where none was found', async () => {
    const { offered, opened } = await explained([], () => undefined, checks);
    expect(offered).toEqual(['INVALID_ACTION', 'MISSING_VERSION']);
    expect(opened).toEqual([]);
  });

  test('says that the server is off', async () => {
    const { offered, informed } = await explained([], (items) => items[0]);
    expect(offered).toEqual([]);
    expect(informed.join()).toMatch(/server is off/);
  });
});
