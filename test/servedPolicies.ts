import { namedPolicies, type OpenPolicies } from '../client/src/documents/openPolicies.ts';
import type { Ask } from '../client/src/serverRequests.ts';
import {
  checkPolicyRequest,
  type PolicyInDocument,
  policyDocumentsRequest,
  type RoleCatalog,
  roleCatalogRequest,
} from '../server/src/protocol.ts';
import { join } from './protocol/joined.ts';

export interface ServedPolicies extends OpenPolicies {
  roleCatalog(): Promise<RoleCatalog>;
  readonly ask: Ask;
  dispose(): void;
}

/** The policies of these documents, by URI, as the real server finds them; the cursor is in the first. */
export async function servedPolicies(documents: Readonly<Record<string, unknown>>): Promise<ServedPolicies> {
  const { client, initialize, open, dispose } = join();
  await initialize();
  for (const [uri, document] of Object.entries(documents))
    await open(uri, typeof document === 'string' ? document : JSON.stringify(document, undefined, 2));
  const policiesOf = async (uri: string) =>
    namedPolicies(uri, await client.sendRequest<PolicyInDocument[]>(policyDocumentsRequest, { uri }));
  const all = async () => (await Promise.all(Object.keys(documents).map(policiesOf))).flat();
  return {
    all,
    atCursor: async () => (await all())[0],
    check: (text, type, account) => client.sendRequest(checkPolicyRequest, { text, type, account }),
    async written({ uri, range: { start, end } }) {
      const document = documents[uri];
      const text = typeof document === 'string' ? document : JSON.stringify(document, undefined, 2);
      const lines = text.split('\n').slice(start.line, end.line + 1);
      lines[lines.length - 1] = lines.at(-1)?.slice(0, end.character) ?? '';
      return lines.join('\n').slice(start.character);
    },
    roleCatalog: () => client.sendRequest(roleCatalogRequest),
    ask: (method, params) => client.sendRequest(method, params),
    dispose,
  };
}
