import {
  CodeLens,
  Disposable,
  EventEmitter,
  languages,
  Position,
  Range,
  type TextDocument,
  workspace,
} from 'vscode';
import {
  managedPolicyScheme,
  policiesRequest,
  readOnlyLivePolicyScheme,
} from '../../../server/src/protocol.ts';
import type { LanguageServer } from '../languageServer.ts';
import { shownScheme } from '../ui/shownDocuments.ts';
import { lensesOf } from './lensesOf.ts';

const documents = ['json', 'jsonc'].map((language) => ({ language }));
/** Of documents that nobody writes. */
const readOnly = [managedPolicyScheme, readOnlyLivePolicyScheme, shownScheme];

/**
 * What can be done with a policy, above it, beside what the server says of it. In trusted folders only, where the
 * commands are; AWS is not asked.
 */
export function showRoleLenses(
  server: Pick<LanguageServer, 'ask' | 'state' | 'onDidChangeState'>,
): Disposable {
  const changes = new EventEmitter<void>();
  const parts: Disposable[] = [changes, server.onDidChangeState(() => changes.fire())];
  const begin = () =>
    parts.push(
      languages.registerCodeLensProvider(documents, {
        onDidChangeCodeLenses: changes.event,
        provideCodeLenses: (document) => roleLenses(document, server),
      }),
    );
  if (workspace.isTrusted) begin();
  else parts.push(workspace.onDidGrantWorkspaceTrust(begin));
  return { dispose: () => Disposable.from(...parts).dispose() };
}

async function roleLenses(
  { uri }: TextDocument,
  server: Pick<LanguageServer, 'ask' | 'state'>,
): Promise<CodeLens[]> {
  const isOn = workspace.getConfiguration('iamRoles').get('codeLens.enable', true);
  if (!isOn || server.state.kind !== 'running' || readOnly.includes(uri.scheme)) return [];
  const policies = (await server.ask(policiesRequest, { uri: uri.toString() })) ?? [];
  return lensesOf(policies, uri.toString()).map(({ line, title, command, argument }) => {
    const at = new Position(line, 0);
    return new CodeLens(new Range(at, at), { title, command, arguments: [argument] });
  });
}
