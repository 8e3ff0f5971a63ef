import {
  commands,
  type Disposable,
  languages,
  StatusBarAlignment,
  type TextEditor,
  window,
  workspace,
} from 'vscode';
import {
  type PolicyAtPosition,
  policiesRequest,
  policyTypeTitles,
  settingsFileName,
} from '../../../server/src/protocol.ts';
import { policyAtCursor } from '../documents/policyAtCursor.ts';
import type { LanguageServer } from '../languageServer.ts';

export interface PolicyTypeStatus extends Disposable {
  /** The document in the active editor and the policy at its cursor; undefined when it holds none. */
  current(): Promise<{ readonly uri: string; readonly policy: PolicyAtPosition } | undefined>;
  refresh(): void;
  /** The type the status bar shows, in words; undefined while it shows none. */
  shown(): string | undefined;
}

/** Milliseconds without a further change before the server is asked. */
const pause = 150;

/** Shows the type of the policy at the cursor in the status bar; hidden where there is no policy. */
export function showPolicyType(
  server: Pick<LanguageServer, 'ask' | 'onDidChangeState' | 'state'>,
): PolicyTypeStatus {
  const item = window.createStatusBarItem('iamRoles.policyType', StatusBarAlignment.Right, 100);
  item.name = 'IAM Policy Type';
  item.command = 'iamRoles.choosePolicyType';
  let timer: NodeJS.Timeout | undefined;
  let latest = 0;
  let shown: string | undefined;

  const current = async () => {
    const editor = window.activeTextEditor;
    if (editor === undefined || !isJson(editor) || server.state.kind !== 'running') return undefined;
    const uri = editor.document.uri.toString();
    const policy = policyAtCursor(
      (await server.ask(policiesRequest, { uri })) ?? [],
      editor.selection.active,
    );
    return policy && { uri, policy };
  };
  const show = async () => {
    const asked = ++latest;
    const found = await current().catch(() => undefined);
    if (asked !== latest) return;
    shown = found && policyTypeTitles[found.policy.type];
    void commands.executeCommand('setContext', 'iamRoles.policyType', found?.policy.type);
    if (found === undefined) return item.hide();
    const { owner, source } = found.policy;
    item.text = `$(shield) ${shown}`;
    item.tooltip = `IAM policy type, from: ${source}${owner === undefined ? '' : `. Attached to ${owner}`}. Click to change it.`;
    item.show();
  };
  const refresh = () => {
    clearTimeout(timer);
    timer = setTimeout(show, pause);
  };
  const isActive = (uri: { toString(): string }) =>
    uri.toString() === window.activeTextEditor?.document.uri.toString();

  const listeners = [
    window.onDidChangeActiveTextEditor(refresh),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (isJson(textEditor)) refresh();
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (isActive(document.uri)) refresh();
    }),
    workspace.onDidSaveTextDocument(({ uri }) => {
      if (uri.path.endsWith(`/${settingsFileName}`)) refresh();
    }),
    languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some(isActive)) refresh();
    }),
    server.onDidChangeState(refresh),
    item,
  ];
  return {
    current,
    refresh,
    shown: () => shown,
    dispose() {
      clearTimeout(timer);
      for (const listener of listeners) listener.dispose();
    },
  };
}

function isJson({ document }: TextEditor): boolean {
  return document.languageId === 'json' || document.languageId === 'jsonc';
}
