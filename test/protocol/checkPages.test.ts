import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { inRepository } from '../../scripts/repository.mts';
import { knownCodes } from '../../server/src/checks/knownCodes.ts';
import { type CheckSummary, checksRequest } from '../../server/src/protocol.ts';
import { type Joined, join } from './joined.ts';

const uri = 'file:///policy.json';
const misspelt =
  '{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObjct", "Resource": "*" } }';

let joined: Joined | undefined;
afterEach(() => joined?.dispose());

async function linkOfFinding(pagesFolder?: string): Promise<string | undefined> {
  joined = join(pagesFolder);
  await joined.initialize();
  await joined.open(uri, misspelt);
  const found = await joined.pull(uri);
  return found.find(({ code }) => code === 'INVALID_ACTION')?.codeDescription?.href;
}

describe('the code of a diagnostic', () => {
  test('links to the page that is shipped', async () => {
    const link = await linkOfFinding(inRepository('docs/checks'));
    expect(link).toMatch(/^file:\/\/\/.*\/docs\/checks\/INVALID_ACTION\.md$/);
    expect(existsSync(fileURLToPath(link ?? ''))).toBe(true);
  });

  test('links to AWS’s page where none is shipped', async () => {
    const folder = mkdtempSync(joinPath(tmpdir(), 'iam-roles-pages-'));
    try {
      const ofAws = /^https:\/\/docs\.aws\.amazon\.com\/.*invalid-action$/;
      expect(await linkOfFinding(folder)).toMatch(ofAws);
      joined?.dispose();
      expect(await linkOfFinding()).toMatch(ofAws);
      joined?.dispose();
      const file = joinPath(folder, 'INVALID_ACTION.md');
      writeFileSync(file, '# INVALID_ACTION');
      expect(await linkOfFinding(folder)).toBe(pathToFileURL(file).href);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

test('a client can ask for all codes', async () => {
  joined = join();
  await joined.initialize();
  const checks = await joined.client.sendRequest<CheckSummary[]>(checksRequest, {});
  expect(checks.map(({ code }) => code)).toEqual(knownCodes);
  expect(checks.find(({ code }) => code === 'MISSING_VERSION')).toEqual({
    code: 'MISSING_VERSION',
    severity: 'WARNING',
    what: 'The policy names no version of the policy language.',
  });
});
