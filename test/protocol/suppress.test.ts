import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  ApplyWorkspaceEditRequest,
  CodeAction,
  CodeActionRequest,
  DidChangeWatchedFilesNotification,
  ExecuteCommandRequest,
  FileChangeType,
  ShowDocumentRequest,
  ShowMessageNotification,
  TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Joined, join } from './joined.ts';

const capabilities = {
  textDocument: { diagnostic: {} },
  window: { showDocument: { support: true } },
  workspace: {
    applyEdit: true,
    executeCommand: {},
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
  },
};
const policy =
  '{"Version":"2012-10-17","Statement":[{"Sid":"Reads","Effect":"Allow","Action":"s3:GetObjct","Resource":"arn:aws:s3:::amzn-s3-demo-bucket/*"}]}';

let joined: Joined;
let path: string;
let folder: string;
let uri: string;
let settings: string;
beforeEach(async () => {
  joined = join();
  path = await mkdtemp(joinPath(tmpdir(), 'iam-roles-'));
  folder = pathToFileURL(path).href;
  uri = `${folder}/my%20policy.json`;
  settings = `${folder}/iam-roles.config.json`;
});
afterEach(async () => {
  joined.dispose();
  await rm(path, { recursive: true });
});

async function askFor(text = policy): Promise<CodeAction[]> {
  await joined.open(uri, text);
  const document = TextDocument.create(uri, 'json', 1, text);
  const all = { start: document.positionAt(0), end: document.positionAt(text.length) };
  const found = await joined.client.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range: all,
    context: { diagnostics: [] },
  });
  return (found ?? []).filter((one) => CodeAction.is(one)).filter(({ command }) => command !== undefined);
}

/** Runs the command of an action; what the server asked the client to do, and to show. */
async function run({ command }: CodeAction): Promise<{ edits: WorkspaceEdit[]; shown: unknown[] }> {
  const edits: WorkspaceEdit[] = [];
  const shown: unknown[] = [];
  joined.client.onRequest(ApplyWorkspaceEditRequest.type, ({ edit }) => {
    edits.push(edit);
    return { applied: true };
  });
  joined.client.onRequest(ShowDocumentRequest.type, (given) => {
    shown.push(given);
    return { success: true };
  });
  await joined.client.sendRequest(ExecuteCommandRequest.type, {
    command: command?.command ?? '',
    arguments: command?.arguments ?? [],
  });
  return { edits, shown };
}

/** What the last document of an edit is after it. */
function textAfter(edit: WorkspaceEdit | undefined, before: string): string {
  const change = edit?.documentChanges?.at(-1);
  if (!TextDocumentEdit.is(change)) throw new Error('No text is edited.');
  const edits = change.edits.flatMap((one) => ('newText' in one ? [one] : []));
  return TextDocument.applyEdits(TextDocument.create(settings, 'jsonc', 0, before), edits);
}

test('a finding is suppressed in a new settings file, whose reason is shown', async () => {
  const { capabilities: own } = await joined.initialize({ capabilities, folder });
  expect(own.executeCommandProvider).toEqual({ commands: ['iamRoles.suppressFinding'] });
  const [action, ...others] = await askFor();
  if (action === undefined) throw new Error('Nothing is offered.');
  expect(others).toEqual([]);
  expect(action.title).toBe('Suppress INVALID_ACTION in statement Reads…');
  const { edits, shown } = await run(action);
  expect(edits).toMatchObject([{ documentChanges: [{ kind: 'create', uri: settings }, {}] }]);
  const text = textAfter(edits[0], '');
  expect(JSON.parse(text)).toEqual({
    suppressions: [
      {
        code: 'INVALID_ACTION',
        files: './my policy.json',
        sid: 'Reads',
        reason: 'Say why this finding may stay.',
      },
    ],
  });
  expect(shown).toEqual([
    {
      uri: settings,
      takeFocus: true,
      selection: { start: { line: 6, character: 17 }, end: { line: 6, character: 47 } },
    },
  ]);
  expect((await joined.pull(uri)).map(({ code }) => code)).toEqual(['INVALID_ACTION']);
  await writeFile(joinPath(path, 'iam-roles.config.json'), text);
  await joined.client.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: [{ uri: settings, type: FileChangeType.Created }],
  });
  expect(await joined.pull(uri)).toEqual([]);
});

test('the entry goes into the settings file as it is open, not as it was saved', async () => {
  await writeFile(joinPath(path, 'iam-roles.config.json'), '{ "checks": {} }');
  await joined.initialize({ capabilities, folder });
  await joined.open(settings, '{ "account": "111122223333" }', 'jsonc');
  const [action] = await askFor(policy.replace('"Sid":"Reads",', ''));
  if (action === undefined) throw new Error('Nothing is offered.');
  expect(action.title).toBe('Suppress INVALID_ACTION at Statement[0].Action…');
  const { edits } = await run(action);
  expect(edits).toMatchObject([{ documentChanges: [{ textDocument: { uri: settings } }] }]);
  expect(JSON.parse(textAfter(edits[0], '{ "account": "111122223333" }'))).toEqual({
    account: '111122223333',
    suppressions: [expect.objectContaining({ path: 'Statement[0].Action' })],
  });
});

test('a settings file with a mistake is left alone, and that is told', async () => {
  await joined.initialize({ capabilities, folder });
  const [action] = await askFor();
  if (action === undefined) throw new Error('Nothing is offered.');
  await joined.open(settings, '{ "account": ', 'jsonc');
  const told = new Promise((resolve) =>
    joined.client.onNotification(ShowMessageNotification.type, ({ message }) => resolve(message)),
  );
  expect(await run(action)).toEqual({ edits: [], shown: [] });
  expect(await told).toBe('iam-roles.config.json cannot take the suppression until its mistakes are mended.');
});

test('a suppression that hides nothing is removed, where the settings file is open', async () => {
  const entry = { code: 'INVALID_ACTION', files: './my policy.json', reason: 'x' };
  const text = JSON.stringify({ suppressions: [entry, { ...entry, sid: 'Gone' }] });
  await writeFile(joinPath(path, 'iam-roles.config.json'), text);
  await joined.initialize({ capabilities, folder });
  await joined.open(uri, policy);
  await joined.open(settings, text, 'jsonc');
  const diagnostics = await joined.pull(settings);
  const [diagnostic] = diagnostics;
  if (diagnostic === undefined) throw new Error('No suppression is unused.');
  const [action, ...others] =
    (await joined.client.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: settings },
      range: diagnostic.range,
      context: { diagnostics: [...diagnostics] },
    })) ?? [];
  if (!CodeAction.is(action)) throw new Error('Nothing is offered.');
  expect([action.title, others]).toEqual(['Remove this suppression', []]);
  const document = TextDocument.create(settings, 'jsonc', 1, text);
  const after = TextDocument.applyEdits(document, action.edit?.changes?.[settings] ?? []);
  expect(JSON.parse(after)).toEqual({ suppressions: [entry] });
});

test('nothing is offered outside of a folder, nor to a client that makes no edits for a server', async () => {
  await joined.initialize({ capabilities });
  expect(await askFor()).toEqual([]);
  joined.dispose();
  joined = join();
  const { capabilities: own } = await joined.initialize({ folder });
  expect(own.executeCommandProvider).toBeUndefined();
  expect(await askFor()).toEqual([]);
});
