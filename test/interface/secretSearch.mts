import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { runCommand } from '../../scripts/vscode/workbench.mts';

export interface SearchPlaces {
  /** Address of the moto that gave sessions. */
  readonly aws: string;
  /** Of the active profile. */
  readonly secretAccessKey: string;
  /** Of the machine: what the editor writes, logs among it, and the folder that is open. */
  readonly folders: readonly string[];
}

/**
 * Throws where a secret that the extension held stands in a file, in the editor's state, in the window, or in the
 * scrollback of its terminal. That the search looks in the right places is seen by the role that was assumed.
 */
export async function secretsAreNowhere(page: Page, places: SearchPlaces): Promise<void> {
  const sessions = await sessionsOf(places.aws);
  const secrets = [
    places.secretAccessKey,
    ...sessions.flatMap(({ secret_access_key, session_token }) => [secret_access_key, session_token]),
  ];
  const texts = new Map([
    ...places.folders.flatMap(filesIn),
    ['state of the window', await stateOf(page)],
    ['scrollback of the terminal', await scrollbackOf(page)],
    ...(await Promise.all(page.frames().map(async (frame) => [frame.url(), await frame.content()] as const))),
  ]);
  // A line may be broken within a secret.
  const holds = (text: string) => secrets.some((secret) => text.includes(secret.slice(0, 24)));
  const found = [...texts].filter(([, text]) => holds(text)).map(([place]) => place);
  assert.deepEqual(found, [], 'a secret is told');
  if (sessions.length === 0) return;
  assert.ok([...texts].some(([place, text]) => place.endsWith('.log') && text.includes('sts:AssumeRole OK')));
}

interface Session {
  readonly secret_access_key: string;
  readonly session_token: string;
}

/** moto tells all that it holds, by the services that were called. */
async function sessionsOf(aws: string): Promise<readonly Session[]> {
  const answer = await fetch(`${aws}/moto-api/data.json`);
  const held = (await answer.json()) as { sts?: { AssumedRole: readonly Session[] } };
  return held.sts?.AssumedRole ?? [];
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
