import { Uri, window, workspace } from 'vscode';
import { graphMermaid } from '../../rolePage/graph/graphMermaid.ts';
import { graphOf } from '../../rolePage/graph/graphOf.ts';
import { standaloneSvg } from '../../rolePage/graph/graphSvg.ts';
import { layoutGraph } from '../../rolePage/graph/layoutGraph.ts';
import type { RoleGraph } from '../../rolePage/graph/roleGraph.ts';
import type { GraphFormat } from '../../rolePage/messages.ts';
import type { RolePage } from '../../rolePage/rolePage.ts';
import type { Ui } from '../../ui/ui.ts';

const formats: Readonly<
  Record<GraphFormat, { readonly name: string; readonly extension: string; print(graph: RoleGraph): string }>
> = {
  svg: { name: 'SVG', extension: 'svg', print: (graph) => standaloneSvg(layoutGraph(graph)) },
  mermaid: { name: 'Mermaid', extension: 'mmd', print: graphMermaid },
};

/** Writes the graph of a page where the user says. */
export async function saveGraph(
  page: RolePage,
  format: GraphFormat,
  ui: Pick<Ui, 'inform' | 'open'>,
): Promise<void> {
  const { name, extension, print } = formats[format];
  const [folder] = workspace.workspaceFolders ?? [];
  const file = `${page.name.replace(/\.json$/, '').replace(/[^\w+=,.@-]+/g, '-')}.${extension}`;
  const uri = await window.showSaveDialog({
    title: `Export Graph as ${name}`,
    filters: { [name]: [extension] },
    ...(folder !== undefined && { defaultUri: Uri.joinPath(folder.uri, file) }),
  });
  if (uri === undefined) return;
  await workspace.fs.writeFile(uri, new TextEncoder().encode(print(graphOf(page))));
  const answer = await ui.inform(`The graph of ${page.name} is in ${uri.path.replace(/^.*\//, '')}.`, 'Open');
  if (answer === 'Open') await ui.open(uri.toString());
}
