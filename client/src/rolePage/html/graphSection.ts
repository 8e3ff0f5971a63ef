import { graphOf } from '../graph/graphOf.ts';
import { pageSvg } from '../graph/graphSvg.ts';
import { layoutGraph } from '../graph/layoutGraph.ts';
import type { RoleGraph } from '../graph/roleGraph.ts';
import type { RolePage } from '../rolePage.ts';
import { type Html, html, list, made, shown } from './html.ts';

/** The graph as a drawing and, folded, as text. */
export function graphSection(page: RolePage): Html {
  const graph = graphOf(page);
  return html`<section><h2>Graph</h2><div class="wide drawing">${made(pageSvg(layoutGraph(graph)))}</div>
<details class="as-text"><summary>The graph as text</summary>${graphText(graph)}</details></section>`;
}

/** Each node with where it leads. */
function graphText({ nodes, edges }: RoleGraph): Html {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const items = nodes.map(({ id, caption, title, detail }) => {
    const leads = edges.flatMap(({ from, to, label }) => {
      const target = byId.get(to);
      return from === id && target !== undefined ? [html`${label} ${shown(target.title)}`] : [];
    });
    const own = html`${caption}: ${shown(title)}${detail === '' ? '' : `, ${detail}`}`;
    return leads.length === 0 ? own : html`${own}${list(leads, '')}`;
  });
  return list(items, '');
}
