import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  CodeAction,
  CodeActionRequest,
  CodeActionTriggerKind,
  type Position,
} from 'vscode-languageserver/node';
import { readMarks } from '../markedText.ts';
import { type Joined, join } from './joined.ts';

const uri = 'untitled:Untitled-1';
let joined: Joined;
beforeEach(() => {
  joined = join();
});
afterEach(() => joined.dispose());

interface Asking {
  readonly only?: string[];
  readonly triggerKind?: CodeActionTriggerKind;
  readonly uri?: string;
}

/** Opens a document and asks for the code actions of what `«…»` marks. */
async function ask(marked: string, { uri: asked = uri, ...context }: Asking = {}): Promise<CodeAction[]> {
  const { text, spans } = readMarks(marked);
  const [span] = spans;
  if (span === undefined) throw new Error('Nothing is marked.');
  await joined.open(asked, text);
  const positionAt = (offset: number): Position => {
    const before = text.slice(0, offset).split('\n');
    return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  };
  const answer = await joined.client.sendRequest(CodeActionRequest.type, {
    textDocument: { uri: asked },
    range: { start: positionAt(span.start), end: positionAt(span.end) },
    context: { diagnostics: [], ...context },
  });
  return (answer ?? []).filter((action) => CodeAction.is(action));
}

const policy = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "Queues",
      "Effect": "Allow",
      "Action": ["sqs:ReceiveMessage", "sns:Pub«»lish*"],
      "Resource": "*"
    },
    { "Sid": "Keys", "Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*" }
  ]
}
`;

test('the kinds are told, and each request gets those it asks for', async () => {
  const { capabilities } = await joined.initialize();
  expect(capabilities.codeActionProvider).toMatchObject({
    codeActionKinds: expect.arrayContaining([
      'refactor.rewrite.iamRoles.expandWildcard',
      'refactor.extract.iamRoles.statements',
      'source.format.iamRoles',
    ]),
  });
  const kinds = async (asking: Asking) => new Set((await ask(policy, asking)).map(({ kind }) => kind));
  expect(await kinds({ only: ['refactor'] })).toEqual(
    new Set([
      'refactor.rewrite.iamRoles.expandWildcard',
      'refactor.rewrite.iamRoles.splitByService',
      'refactor.rewrite.iamRoles.splitByAccessLevel',
      'refactor.rewrite.iamRoles.mergeStatements',
      'refactor.rewrite.iamRoles.shrink',
    ]),
  );
  expect(await kinds({ only: ['source.format'] })).toEqual(new Set(['source.format.iamRoles']));
  expect(await kinds({ only: ['refactor.rewrite.iamRoles.expandWildcard'] })).toEqual(
    new Set(['refactor.rewrite.iamRoles.expandWildcard']),
  );
  expect(await kinds({ triggerKind: CodeActionTriggerKind.Automatic })).not.toContain(
    'refactor.rewrite.iamRoles.shrink',
  );
  expect([...(await kinds({ triggerKind: CodeActionTriggerKind.Invoked }))].sort()).toEqual(
    expect.arrayContaining(['refactor.rewrite.iamRoles.shrink']),
  );
});

test('an edit has the positions of the document', async () => {
  await joined.initialize();
  const [action] = await ask(policy, { only: ['refactor.rewrite.iamRoles.expandWildcard'] });
  expect(action?.title).toBe('Expand sns:Publish* to the action it matches');
  expect(action?.edit?.changes?.[uri]).toEqual([
    {
      range: { start: { line: 6, character: 39 }, end: { line: 6, character: 53 } },
      newText: '"sns:Publish"',
    },
  ]);
});

const making = {
  capabilities: { workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } } },
};

test('what is moved goes to a new file beside the document, of a name that is free', async () => {
  await joined.initialize(making);
  const folder = await mkdtemp(joinPath(tmpdir(), 'iam-roles-'));
  try {
    const own = pathToFileURL(joinPath(folder, 'team.json')).href;
    const extract = { only: ['refactor.extract'], uri: own };
    const [first] = await ask(policy, extract);
    expect(first?.title).toBe('Move Queues to a new policy file');
    expect(first?.edit?.documentChanges).toMatchObject([
      { kind: 'create', uri: own.replace('.json', '-Queues.json') },
      {
        textDocument: { uri: own.replace('.json', '-Queues.json'), version: null },
        edits: [{ newText: expect.stringContaining('"sns:Publish*"') }],
      },
      {
        textDocument: { uri: own, version: 1 },
        edits: [{ range: { start: { line: 3, character: 4 }, end: { line: 9, character: 4 } }, newText: '' }],
      },
    ]);
    await writeFile(joinPath(folder, 'team-Queues.json'), '{}');
    const [second] = await ask(policy, extract);
    expect(second?.edit?.documentChanges).toMatchObject([
      { kind: 'create', uri: own.replace('.json', '-2.json') },
      {},
      {},
    ]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('no file is made in a client that makes none, nor for a document in no folder', async () => {
  await joined.initialize();
  expect(await ask(policy, { only: ['refactor.extract'], uri: 'file:///policies/team.json' })).toEqual([]);
  joined.dispose();
  joined = join();
  await joined.initialize(making);
  expect(await ask(policy, { only: ['refactor.extract'] })).toEqual([]);
});
