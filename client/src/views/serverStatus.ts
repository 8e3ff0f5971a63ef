import { type Disposable, LanguageStatusSeverity, languages } from 'vscode';
import type { LanguageServer } from '../languageServer.ts';
import type { ServerState } from '../serverRequests.ts';

interface StatusText {
  readonly text: string;
  readonly detail: string;
  readonly severity: LanguageStatusSeverity;
}

/** Shows the server's state and the date of its data beside the language of a JSON document. */
export function showServerState(server: Pick<LanguageServer, 'onDidChangeState' | 'state'>): Disposable {
  const item = languages.createLanguageStatusItem('iamRoles.server', [
    { language: 'json' },
    { language: 'jsonc' },
  ]);
  item.name = 'IAM Roles';
  const show = (state: ServerState) => {
    Object.assign(item, statusText(state));
    item.busy = state.kind === 'starting';
    item.command =
      state.kind === 'failed'
        ? { title: 'Restart', command: 'iamRoles.restartServer' }
        : { title: 'Show Log', command: 'iamRoles.showLog' };
  };
  show(server.state);
  const listener = server.onDidChangeState(show);
  return {
    dispose() {
      listener.dispose();
      item.dispose();
    },
  };
}

function statusText(state: ServerState): StatusText {
  const severity = LanguageStatusSeverity.Information;
  switch (state.kind) {
    case 'off':
      return {
        text: 'IAM: no policy open',
        detail: 'The language server starts with the first policy.',
        severity,
      };
    case 'starting':
      return { text: 'IAM: starting', detail: 'The language server is starting.', severity };
    case 'running':
      return { text: 'IAM: ready', detail: `AWS data of ${state.server.catalogDate}`, severity };
    case 'failed':
      return { text: 'IAM: off', detail: state.reason, severity: LanguageStatusSeverity.Error };
  }
}
