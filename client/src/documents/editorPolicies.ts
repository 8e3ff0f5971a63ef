import { Range, type TextDocument, window, workspace } from 'vscode';
import {
  checkPolicyRequest,
  managedPolicyScheme,
  policyDocumentsRequest,
  type RoleCatalog,
  roleCatalogRequest,
} from '../../../server/src/protocol.ts';
import type { LanguageServer } from '../languageServer.ts';
import type { Ask, ServerRequests } from '../serverRequests.ts';
import { shownScheme } from '../ui/shownDocuments.ts';
import { namedPolicies, type OpenPolicies, type OpenPolicy } from './openPolicies.ts';
import { policyAtCursor } from './policyAtCursor.ts';

type Server = Pick<LanguageServer, 'start' | 'ask'>;

/** The policies of VS Code's open documents, as the language server finds them. Starts the server. */
export function editorPolicies(server: Server): OpenPolicies {
  const policiesOf = async (document: TextDocument): Promise<readonly OpenPolicy[]> => {
    const found = await answerOf(server, policyDocumentsRequest, { uri: document.uri.toString() });
    return namedPolicies(document.uri.toString(), found);
  };
  return {
    async atCursor() {
      const editor = window.activeTextEditor;
      if (editor === undefined || !isJson(editor.document)) return undefined;
      return policyAtCursor(await policiesOf(editor.document), editor.selection.active);
    },
    async all() {
      const documents = workspace.textDocuments.filter(isJson);
      return (await Promise.all(documents.map(policiesOf))).flat();
    },
    check: (text, type, account) =>
      answerOf(server, checkPolicyRequest, { text, type, ...(account !== undefined && { account }) }),
    async written({ uri, range: { start, end } }) {
      const document = workspace.textDocuments.find((one) => one.uri.toString() === uri);
      return document?.getText(new Range(start.line, start.character, end.line, end.character)) ?? '';
    },
  };
}

/** What roles are made from. Starts the server; throws an `Error` where that fails. */
export function readRoleCatalog(server: Server): Promise<RoleCatalog> {
  return answerOf(server, roleCatalogRequest, {});
}

async function answerOf<M extends keyof ServerRequests>(
  server: { start(): Promise<void>; readonly ask: Ask },
  method: M,
  params: ServerRequests[M]['params'],
): Promise<NonNullable<ServerRequests[M]['result']>> {
  await server.start();
  const answer = await server.ask(method, params);
  if (answer === undefined || answer === null)
    throw new Error(
      'The IAM language server is off, so policies cannot be read. Restart it, then try again.',
    );
  return answer;
}

/** Documents that nobody writes, such as those of managed policies, are not among them. */
function isJson({ languageId, uri }: TextDocument): boolean {
  const { scheme } = uri;
  return (
    (languageId === 'json' || languageId === 'jsonc') && ![managedPolicyScheme, shownScheme].includes(scheme)
  );
}
