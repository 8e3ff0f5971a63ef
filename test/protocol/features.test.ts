import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  CodeLensRequest,
  type CompletionItem,
  CompletionRequest,
  CompletionResolveRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  HoverRequest,
  InlayHintRequest,
} from 'vscode-languageserver/node';
import { defaultSettings, managedPolicyRequest } from '../../server/src/protocol.ts';
import { readCursor } from '../markedText.ts';
import { type Joined, join } from './joined.ts';

const uri = 'untitled:Untitled-1';
let joined: Joined;
beforeEach(() => {
  joined = join();
});
afterEach(() => joined.dispose());

/** Opens a document in which `|` marks the cursor and gives what requests ask with. */
async function openAt(
  marked: string,
): Promise<{ textDocument: { uri: string }; position: { line: number; character: number } }> {
  const { text, cursor } = readCursor(marked);
  await joined.open(uri, text);
  const before = text.slice(0, cursor).split('\n');
  return {
    textDocument: { uri },
    position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
  };
}

const policy = `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "s3:Get|Obj", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" }]
}`;

test('completion offers actions in place of the word, with documentation on request', async () => {
  await joined.initialize();
  const answer = await joined.client.sendRequest(CompletionRequest.type, await openAt(policy));
  const items: readonly CompletionItem[] = Array.isArray(answer) ? answer : (answer?.items ?? []);
  const item = items.find(({ label }) => label === 's3:GetObject');
  expect(item?.textEdit).toEqual({
    range: { start: { line: 2, character: 48 }, end: { line: 2, character: 57 } },
    newText: 's3:GetObject',
  });
  expect(item?.documentation).toBeUndefined();
  expect(JSON.stringify(answer).length).toBeLessThan(40_000);
  if (item === undefined) throw new Error('s3:GetObject is not offered.');
  const resolved = await joined.client.sendRequest(CompletionResolveRequest.type, item);
  expect(JSON.stringify(resolved.documentation)).toContain('Grants permission to retrieve objects');
});

test.each([
  [{ labelDetailsSupport: true }, { labelDetails: { description: 'Read' }, detail: undefined }],
  [{}, { labelDetails: undefined, detail: 'Read' }],
])('the access level is where a client with %j shows it', async (completionItem, expected) => {
  await joined.initialize({ capabilities: { textDocument: { completion: { completionItem } } } });
  const answer = await joined.client.sendRequest(CompletionRequest.type, await openAt(policy));
  const items: readonly CompletionItem[] = Array.isArray(answer) ? answer : (answer?.items ?? []);
  const { labelDetails, detail } = items.find(({ label }) => label === 's3:GetObject') ?? {};
  expect({ labelDetails, detail }).toEqual(expected);
});

test('hover, symbols, links and lenses come with ranges of the document', async () => {
  await joined.initialize();
  const at = await openAt(policy.replace('Obj', 'Object'));
  const hover = await joined.client.sendRequest(HoverRequest.type, at);
  expect(hover?.range).toEqual({ start: { line: 2, character: 47 }, end: { line: 2, character: 61 } });
  const symbols = await joined.client.sendRequest(DocumentSymbolRequest.type, at);
  expect(symbols).toMatchObject([
    { name: 'Identity-based policy', children: [{ name: 'Allow s3:GetObject' }] },
  ]);
  const links = await joined.client.sendRequest(DocumentLinkRequest.type, at);
  expect(links?.[0]?.range).toEqual({ start: { line: 2, character: 48 }, end: { line: 2, character: 50 } });
  const lenses = await joined.client.sendRequest(CodeLensRequest.type, at);
  expect(lenses?.map(({ command }) => command?.title)).toEqual([
    expect.stringContaining('6,144'),
    '1 action allowed',
  ]);
});

test('inlay hints follow the setting', async () => {
  const settings = { ...defaultSettings, inlayHints: { wildcardActions: true } };
  await joined.initialize({ options: { settings } });
  const { textDocument } = await openAt(policy.replace('Obj', '*'));
  const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  const hints = await joined.client.sendRequest(InlayHintRequest.type, { textDocument, range });
  expect(hints).toMatchObject([
    { position: { line: 2, character: 56 }, label: expect.stringMatching(/^\d+ actions$/) },
  ]);
});

test('a managed policy’s document is given by name, and null for a name AWS does not have', async () => {
  await joined.initialize();
  const text = await joined.client.sendRequest<string | null>(managedPolicyRequest, {
    name: 'AdministratorAccess',
  });
  expect(JSON.parse(text ?? '')).toMatchObject({
    Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
  });
  expect(await joined.client.sendRequest(managedPolicyRequest, { name: 'constructor' })).toBeNull();
});
