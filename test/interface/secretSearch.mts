import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { runCommand } from '../../scripts/vscode/workbench.mts';
import type { FakeAws } from '../aws/fake/startFakeAws.ts';

export interface SearchedFor {
  /** Of the active profile, and all that AWS gave. */
  readonly secrets: readonly string[];
  /** Whether a role was assumed, which the log tells: so it is seen that the search looks in the right places. */
  readonly isRoleAssumed: boolean;
}

/**
 * Throws where a secret that the extension held stands in a file, in the editor's state, in the window, or in the
 * scrollback of its terminal. `folders` are those of the machine: what the editor writes, logs among it, and the folder
 * that is open.
 */
export async function secretsAreNowhere(
  page: Page,
  folders: readonly string[],
  { secrets, isRoleAssumed }: SearchedFor,
): Promise<void> {
  const texts = new Map([
    ...folders.flatMap(filesIn),
    ['state of the window', await stateOf(page)],
    ['scrollback of the terminal', await scrollbackOf(page)],
    ...(await Promise.all(page.frames().map(async (frame) => [frame.url(), await frame.content()] as const))),
  ]);
  // A line may be broken within a secret.
  const holds = (text: string) => secrets.some((secret) => text.includes(secret.slice(0, 24)));
  const found = [...texts].filter(([, text]) => holds(text)).map(([place]) => place);
  assert.deepEqual(found, [], 'a secret is told');
  if (!isRoleAssumed) return;
  assert.ok([...texts].some(([place, text]) => place.endsWith('.log') && text.includes('sts:AssumeRole OK')));
}

interface Session {
  readonly secret_access_key: string;
  readonly session_token: string;
}

/** Of the roles that were assumed in moto, which tells all that it holds, by the services that were called. */
export async function secretsOfMoto(url: string): Promise<SearchedFor> {
  const answer = await fetch(`${url}/moto-api/data.json`);
  const { sts } = (await answer.json()) as { sts?: { AssumedRole: readonly Session[] } };
  const sessions = sts?.AssumedRole ?? [];
  return {
    secrets: sessions.flatMap((session) => [session.secret_access_key, session.session_token]),
    isRoleAssumed: sessions.length > 0,
  };
}

export function secretsOfFake({ state: { callers, signins } }: FakeAws): SearchedFor {
  const secrets = callers.flatMap(({ secretAccessKey, sessionToken }) => [secretAccessKey, sessionToken]);
  return {
    secrets: [...secrets.filter((secret) => secret !== undefined), ...signins.map(({ token }) => token)],
    isRoleAssumed: callers.some(({ kind }) => kind === 'role'),
  };
}

function filesIn(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.startsWith(join(folder, 'extensions')))
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path) => [path, readFileSync(path, 'latin1')]);
}

/** What VS Code keeps in the browser: the state of extensions and of the workspace, and settings. */
function stateOf(page: Page): Promise<string> {
  return page.evaluate(`(async () => {
    const settled = (request) => new Promise((settle, fail) => {
      request.onsuccess = () => settle(request.result);
      request.onerror = () => fail(request.error);
    });
    const written = (value) => value instanceof Uint8Array ? new TextDecoder().decode(value) : JSON.stringify(value);
    const texts = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
    for (const { name } of await indexedDB.databases()) {
      const database = await settled(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const values = await settled(database.transaction(store).objectStore(store).getAll());
        texts.push(...values.map(written));
      }
      database.close();
    }
    return texts.join('\\n');
  })()`);
}

/** All that was written in the terminal, also what has moved out of view; empty where there is none. */
async function scrollbackOf(page: Page): Promise<string> {
  if ((await page.locator('.terminal-wrapper').count()) === 0) return '';
  await runCommand(page, 'Terminal: Select All');
  await page.keyboard.press('Control+Shift+C');
  return page.evaluate('navigator.clipboard.readText()');
}
