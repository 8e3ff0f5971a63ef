import type { Connection, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../checks/check.ts';
import { checkFile } from '../checks/checkPolicy.ts';
import { controlFindings } from '../checks/control.ts';
import { policyText } from '../features/policyText.ts';
import { roleCatalog } from '../features/roleCatalog.ts';
import { type PolicyFile, readDocument } from '../policy/readDocument.ts';
import {
  type CheckPolicyParams,
  checkPolicyRequest,
  type PoliciesParams,
  type PolicyFinding,
  type PolicyInDocument,
  policyDocumentsRequest,
  type RoleCatalog,
  roleCatalogRequest,
} from '../protocol.ts';
import { answer } from './answer.ts';
import { findingAt, policyAt } from './policyAt.ts';
import type { Session } from './session.ts';

/** Answers what a client needs that makes roles from policies, see `protocol.ts`. */
export function answerRoleRequests(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  session: () => Session,
): void {
  const log = connection.console;
  connection.onRequest(policyDocumentsRequest, ({ uri }: PoliciesParams, token) =>
    answer<readonly PolicyInDocument[]>(log, policyDocumentsRequest, token, [], async () => {
      const document = documents.get(uri);
      if (document === undefined) return [];
      const { file, everyFinding } = await session().open(document);
      const shares = findingsByPolicy(file, everyFinding());
      return file.policies.map((detected, index) => ({
        ...policyAt(document, detected),
        ...policyText(file, detected.policy),
        findings: (shares[index] ?? []).map((finding) => findingAt(document, finding)),
      }));
    }),
  );
  // Without a fallback: a check that failed must not look like a policy without findings.
  connection.onRequest(checkPolicyRequest, (params: CheckPolicyParams): readonly PolicyFinding[] => {
    const { text, type } = params;
    const { catalog, settings } = session();
    const document = TextDocument.create('', 'json', 0, text);
    const file = readDocument(text, { chosen: { type } });
    const { trustedAccounts, account, checks } = settings;
    const own = [account.id, params.account ?? ''].filter((id) => id !== '');
    const accounts = [...trustedAccounts, ...own];
    const findings = checkFile(file, catalog, { trustedAccounts: accounts });
    const control = { levels: checks, suppressions: [] };
    return controlFindings(file, findings, control).findings.map((one) => findingAt(document, one));
  });
  connection.onRequest(roleCatalogRequest, (): RoleCatalog => roleCatalog(session().catalog));
}

/** Each policy's share of a document's findings; one outside of all, such as of the document's syntax, is the first's. */
function findingsByPolicy({ policies }: PolicyFile, findings: readonly Finding[]): readonly Finding[][] {
  const shares: Finding[][] = policies.map(() => []);
  for (const finding of findings) {
    const index = policies.findIndex(
      ({ policy: { node } }) => node.start <= finding.start && finding.end <= node.end,
    );
    shares[Math.max(index, 0)]?.push(finding);
  }
  return shares;
}
