import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { checkPages, whatOf } from '../pages/checkPage.ts';
import {
  type CheckSummary,
  type ChoosePolicyTypeParams,
  checksRequest,
  choosePolicyTypeRequest,
  type ManagedPolicyParams,
  managedPolicyRequest,
  type PoliciesParams,
  type PolicyAtPosition,
  policiesRequest,
} from '../protocol.ts';
import { answer } from './answer.ts';
import { policyAt } from './policyAt.ts';
import type { Session } from './session.ts';

/** Answers what the protocol has beside LSP's own requests, see `protocol.ts`. */
export function answerOwnRequests(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  session: () => Session,
  refresh: () => void,
): void {
  connection.onRequest(policiesRequest, ({ uri }: PoliciesParams, token) =>
    answer<readonly PolicyAtPosition[]>(connection.console, policiesRequest, token, [], async () => {
      const document = documents.get(uri);
      if (document === undefined) return [];
      const { file } = await session().open(document);
      return file.policies.map((detected) => policyAt(document, detected));
    }),
  );
  connection.onRequest(choosePolicyTypeRequest, ({ uri, type }: ChoosePolicyTypeParams) => {
    session().choose(uri, type === null ? undefined : { type });
    refresh();
    return null;
  });
  connection.onRequest(checksRequest, (): readonly CheckSummary[] =>
    checkPages().map((page) => ({ code: page.code, severity: page.severity, what: whatOf(page) })),
  );
  connection.onRequest(managedPolicyRequest, ({ name }: ManagedPolicyParams) => {
    const text = session().catalog.managedPolicyDocument(name);
    return text === undefined ? null : JSON.stringify(JSON.parse(text), undefined, 4);
  });
}
