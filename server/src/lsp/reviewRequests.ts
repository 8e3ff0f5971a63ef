import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { allowedServices } from '../features/allowedServices.ts';
import { tightenedPolicy } from '../features/tightenedPolicy.ts';
import { spanOfPath } from '../policy/policyNode.ts';
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
      allowedServices(policies, session().catalog),
    ),
  );
  connection.onRequest(tightenPolicyRequest, (params: TightenPolicyParams, token) =>
    answer<TightenedPolicy | null>(log, tightenPolicyRequest, token, null, () =>
      tightenedPolicy(params, session().catalog),
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
