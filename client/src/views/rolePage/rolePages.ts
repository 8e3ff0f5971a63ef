import { Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import { pageHtml } from '../../rolePage/html/pageHtml.ts';
import { type GraphFormat, pageMessage } from '../../rolePage/messages.ts';
import type { PageSource, RolePages } from '../../rolePage/pageSource.ts';
import { allPolicies, type RolePage } from '../../rolePage/rolePage.ts';
import { tellErrors } from '../../ui/tellErrors.ts';
import type { Ui } from '../../ui/ui.ts';
import { saveGraph } from './saveGraph.ts';

interface OpenPage {
  readonly panel: WebviewPanel;
  refresh(): Promise<void>;
  exportGraph(format: GraphFormat): Promise<void>;
}

type Telling = Pick<Ui, 'fail' | 'inform' | 'open'>;

/** Nothing is open yet. */
export function createRolePages(extension: Uri, ui: Telling): RolePages {
  const pages = new Map<string, OpenPage>();
  const inFront = () => [...pages.values()].find(({ panel }) => panel.active);
  return {
    async show(source) {
      const there = pages.get(source.id);
      if (there !== undefined) {
        there.panel.reveal();
        return there.refresh();
      }
      const page = openPage(source, await source.read(), Uri.joinPath(extension, 'dist/webview'), ui);
      pages.set(source.id, page);
      page.panel.onDidDispose(() => pages.delete(source.id));
    },
    refresh: async () => inFront()?.refresh(),
    exportGraph: async (format) => inFront()?.exportGraph(format),
  };
}

function openPage(source: PageSource, first: RolePage, files: Uri, ui: Telling): OpenPage {
  const options = { enableScripts: true, localResourceRoots: [files] };
  const panel = window.createWebviewPanel(
    'iamRoles.rolePage',
    `Role ${source.title}`,
    ViewColumn.Beside,
    options,
  );
  let page = first;
  const render = () => {
    panel.webview.html = pageHtml(page, {
      nonce: crypto.randomUUID(),
      cspSource: panel.webview.cspSource,
      script: panel.webview.asWebviewUri(Uri.joinPath(files, 'rolePage.js')).toString(),
      style: panel.webview.asWebviewUri(Uri.joinPath(files, 'rolePage.css')).toString(),
    });
  };
  const own: OpenPage = {
    panel,
    async refresh() {
      page = await source.read();
      render();
    },
    exportGraph: (format) => saveGraph(page, format, ui),
  };
  panel.webview.onDidReceiveMessage((data: unknown) => tellErrors(ui, () => act(own, page, data, ui)));
  render();
  return own;
}

/** Does what a message of the page asks for; what is no such message does nothing. */
async function act(own: OpenPage, page: RolePage, data: unknown, ui: Telling): Promise<void> {
  const message = pageMessage(data);
  switch (message?.kind) {
    case 'refresh':
      return own.refresh();
    case 'export':
      return own.exportGraph(message.format);
    case 'open': {
      const place = allPolicies(page)[message.policy]?.place;
      if (place !== undefined) await ui.open(place.uri, place.range);
    }
  }
}
