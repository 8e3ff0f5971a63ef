import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { allowedActions } from '../access/allowedActions.ts';
import { tightenPolicy } from '../access/tightenPolicy.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { spanOfPath } from '../policy/policyNode.ts';
import { readDocument } from '../policy/readDocument.ts';
import {
  type AllowedActionsParams,
  type AllowedService,
  allowedActionsRequest,
  type LineRange,
  type PolicyPlacesParams,
  policyPlacesRequest,
  type TightenedPolicy,
  type TightenPolicyParams,
  tightenPolicyRequest,
} from '../protocol.ts';
import { applyTextEdits, textEdits } from '../syntax/textEdits.ts';
import { answer } from './answer.ts';
import { rangeOf } from './lspRange.ts';
import type { Session } from './session.ts';

/** Answers what reviews of roles ask about policies, see `protocol.ts`. */
export function answerReviewRequests(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  session: () => Session,
): void {
  const log = connection.console;
  connection.onRequest(allowedActionsRequest, ({ policies }: AllowedActionsParams, token) =>
    answer<readonly AllowedService[]>(log, allowedActionsRequest, token, [], () =>
      allowedByService(policies, session().catalog),
    ),
  );
  connection.onRequest(tightenPolicyRequest, (params: TightenPolicyParams, token) =>
    answer<TightenedPolicy | null>(log, tightenPolicyRequest, token, null, () =>
      tighten(params, session().catalog),
    ),
  );
  connection.onRequest(policyPlacesRequest, ({ uri, start, paths }: PolicyPlacesParams, token) =>
    answer<readonly LineRange[]>(log, policyPlacesRequest, token, [], async () => {
      const document = documents.get(uri);
      if (document === undefined) return [];
      const { file } = await session().open(document);
      const offset = document.offsetAt(start);
      const policy = file.policies.find((one) => one.policy.node.start === offset)?.policy;
      return policy === undefined ? [] : paths.map((path) => rangeOf(document, spanOfPath(policy, path)));
    }),
  );
}

function allowedByService(policies: readonly string[], catalog: Catalog): readonly AllowedService[] {
  const statements = policies.flatMap(
    (text) => readDocument(text, { chosen: { type: 'identity' } }).policies[0]?.policy.statements ?? [],
  );
  const byService = new Map<string, string[]>();
  for (const { prefix, name } of allowedActions(statements, catalog)) {
    const names = byService.get(prefix) ?? [];
    byService.set(prefix, names);
    names.push(name);
  }
  return [...byService]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([service, actions]) => ({
      service,
      name: catalog.service(service)?.name ?? service,
      actions: actions.sort(),
    }));
}

function tighten({ text, use }: TightenPolicyParams, catalog: Catalog): TightenedPolicy | null {
  const file = readDocument(text, { chosen: { type: 'identity' } });
  const policy = file.policies[0]?.policy;
  if (policy === undefined) return null;
  const { edits, changes, leavesNothing, notActions } = tightenPolicy(policy, use, catalog);
  const tightened = leavesNothing ? null : applyTextEdits(file.text, textEdits(file.text, edits, 0));
  return { text: tightened, changes, notActions };
}
