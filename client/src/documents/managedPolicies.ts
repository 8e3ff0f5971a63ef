import { type Disposable, type Uri, workspace } from 'vscode';
import { managedPolicyRequest, managedPolicyScheme } from '../../../server/src/protocol.ts';
import type { LanguageServer } from '../languageServer.ts';

/** Serves `iam-managed-policy:/NAME.json`, read-only. */
export function serveManagedPolicies(server: Pick<LanguageServer, 'start' | 'ask'>): Disposable {
  return workspace.registerTextDocumentContentProvider(managedPolicyScheme, {
    async provideTextDocumentContent(uri) {
      const name = managedPolicyName(uri);
      await server.start();
      const text = await server.ask(managedPolicyRequest, { name });
      if (text === undefined)
        throw new Error('The IAM language server is off. Restart it, then open the policy again.');
      if (text === null)
        throw new Error(`AWS has no managed policy named "${name}" as far as the data knows.`);
      return text;
    },
  });
}

function managedPolicyName({ path }: Uri): string {
  return path.replace(/^\//, '').replace(/\.json$/, '');
}
