/** Loaded on demand as a bundle of its own: vscode-languageclient is most of what the client weighs. */
import {
  type Diagnostic,
  extensions,
  FileType,
  type LogOutputChannel,
  type TextDocument,
  Uri,
  workspace,
} from 'vscode';
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  RevealOutputChannelOn,
  State,
  TransportKind,
  vsdiag,
} from 'vscode-languageclient/node';
import {
  type InitializationOptions,
  managedPolicyScheme,
  type ReadFileParams,
  readFileRequest,
  readOnlyLivePolicyScheme,
  type ServerExperimental,
  settingsFileName,
} from '../../server/src/protocol.ts';
import { checkPageUri } from './documents/checkPages.ts';
import { readSettings } from './readSettings.ts';
import { restartLimit } from './restartLimit.ts';
import type { Ask, ServerState } from './serverRequests.ts';
import { shownScheme } from './ui/shownDocuments.ts';

export interface RunningClient {
  readonly ask: Ask;
  stop(): Promise<void>;
}

export interface LanguageClientParts {
  /** Absolute path of the server's bundle. */
  readonly serverModule: string;
  readonly log: LogOutputChannel;
  readonly onState: (state: ServerState) => void;
}

const mostRestarts = 4;
const restartPeriod = 3 * 60_000;
/** More than a settings file would ever hold, in bytes. */
const largestFile = 1_000_000;

/** Starts the server in a process of its own and keeps it alive; every change of its state is told to `onState`. */
export async function startLanguageClient(parts: LanguageClientParts): Promise<RunningClient> {
  const { serverModule, log, onState } = parts;
  const mayRestart = restartLimit(mostRestarts, restartPeriod);
  let givenUp = false;
  const watcher = workspace.createFileSystemWatcher(`**/${settingsFileName}`);
  const client = new LanguageClient(
    'iamRoles',
    'IAM Roles',
    { module: serverModule, transport: TransportKind.ipc },
    {
      documentSelector: [{ language: 'json' }, { language: 'jsonc' }],
      initializationOptions,
      outputChannel: log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      diagnosticPullOptions: { onChange: true },
      middleware: {
        async provideDiagnostics(document, previous, token, next) {
          if (isReadOnly(document)) return noFindings;
          const report = await next(document, previous, token);
          if (report?.kind === vsdiag.DocumentDiagnosticReportKind.full) report.items.forEach(linkToPage);
          return report;
        },
      },
      textSynchronization: { delayOpenNotifications: true },
      synchronize: { configurationSection: 'iamRoles', fileEvents: watcher },
      markdown: { isTrusted: { enabledCommands: ['iamRoles.choosePolicyType'] }, supportHtml: false },
      initializationFailedHandler: () => false,
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue }),
        closed() {
          givenUp = !mayRestart(Date.now());
          const action = givenUp ? CloseAction.DoNotRestart : CloseAction.Restart;
          log.warn(
            `The language server stopped${givenUp ? ' again and stays off.' : '; it is started again.'}`,
          );
          return { action, handled: true };
        },
      },
    },
  );
  client.onRequest(readFileRequest, ({ uri }: ReadFileParams) => readFile(Uri.parse(uri)));
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Running) onState({ kind: 'running', server: serverFacts(client) });
    else if (newState === State.Starting) onState({ kind: 'starting' });
    else if (givenUp)
      onState({ kind: 'failed', reason: `it stopped ${mostRestarts + 1} times within 3 minutes` });
  });
  const stop = async () => {
    givenUp = false;
    watcher.dispose();
    await client.dispose();
  };
  try {
    await client.start();
  } catch (error) {
    await stop().catch(() => undefined);
    throw error;
  }
  return { ask: (method, params) => client.sendRequest(method, params), stop };
}

/** VS Code opens a page of the extension as rendered Markdown; the server's link would open it as text. */
function linkToPage(diagnostic: Diagnostic): void {
  const { code } = diagnostic;
  if (typeof code === 'object') diagnostic.code = { ...code, target: checkPageUri(String(code.value)) };
}

/** Nobody can mend what AWS wrote, or what a command shows. */
function isReadOnly(document: TextDocument | Uri): boolean {
  const { scheme } = 'uri' in document ? document.uri : document;
  return [managedPolicyScheme, readOnlyLivePolicyScheme, shownScheme].includes(scheme);
}

const noFindings: vsdiag.FullDocumentDiagnosticReport = {
  kind: vsdiag.DocumentDiagnosticReportKind.full,
  items: [],
};

function initializationOptions(): InitializationOptions {
  const configuration = workspace.getConfiguration('iamRoles');
  return {
    settings: readSettings((key, fallback) => configuration.get(key, fallback)),
    editorReportsJsonSyntax:
      extensions.getExtension('vscode.json-language-features') !== undefined &&
      workspace.getConfiguration('json').get('validate.enable', true),
    clientReadsFiles: true,
  };
}

function serverFacts(client: LanguageClient): ServerExperimental {
  return client.initializeResult?.capabilities.experimental;
}

async function readFile(uri: Uri): Promise<string | null> {
  try {
    const { type, size } = await workspace.fs.stat(uri);
    if ((type & FileType.File) === 0 || size > largestFile) return null;
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}
