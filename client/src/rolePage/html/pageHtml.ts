import type { RolePage } from '../rolePage.ts';
import { accessSection } from './accessSection.ts';
import { graphSection } from './graphSection.ts';
import { type Html, html, list, nothing, shown } from './html.ts';
import { boundarySection, findingsSection, policiesSection, trustSection } from './policySections.ts';

/** What a webview gives to a page: addresses of its own files, and what the content security policy is made of. */
export interface PageFrame {
  /** A random text of this one showing. */
  readonly nonce: string;
  /** Of the webview, for the style sheet. */
  readonly cspSource: string;
  readonly script: string;
  readonly style: string;
}

/** The whole page. Nothing of it is run or fetched but the one script and the one style sheet of the extension. */
export function pageHtml(page: RolePage, { nonce, cspSource, script, style }: PageFrame): string {
  const policy = `default-src 'none'; style-src ${cspSource}; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.name}</title>
<link rel="stylesheet" href="${style}">
</head>
<body>
${heading(page)}
<main>
${gapsSection(page)}
${graphSection(page)}
${trustSection(page)}
${accessSection(page)}
${boundarySection(page)}
${factsSection(page)}
${profilesSection(page)}
${policiesSection(page)}
${findingsSection(page)}
</main>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>
`.html;
}

function heading({ name, origin, readAt }: RolePage): Html {
  return html`<header>
<h1>${shown(name)}</h1>
<p class="origin">Role of ${shown(origin)}, as of ${readAt.toISOString().slice(0, 16).replace('T', ' ')} UTC</p>
<div class="buttons">
<button type="button" data-message="refresh">Refresh</button>
<button type="button" data-message="export" data-format="svg">Export Graph as SVG…</button>
<button type="button" data-message="export" data-format="mermaid">Export Graph as Mermaid…</button>
</div>
</header>`;
}

function gapsSection({ gaps }: RolePage): Html {
  if (gaps.length === 0) return nothing;
  return html`<section class="gaps" aria-label="What could not be read">${list(
    gaps.map((gap) => shown(gap)),
    '',
  )}</section>`;
}

function factsSection({ facts, trustingRoles }: RolePage): Html {
  const rows = [...facts, { label: 'Named in trust policies of', values: trustingRoles }]
    .filter(({ label, values }) => values.length > 0 || label === 'Tags')
    .map(({ label, values }) => html`<tr><th scope="row">${label}</th><td>${valuesOf(values)}</td></tr>`);
  return facts.length === 0
    ? nothing
    : html`<section><h2>The role</h2><table class="facts">${rows}</table></section>`;
}

function valuesOf(values: readonly string[]): Html {
  const [first, ...others] = values;
  if (first === undefined) return html`none`;
  return others.length === 0
    ? shown(first)
    : list(
        values.map((value) => shown(value)),
        '',
      );
}

function profilesSection({ instanceProfiles, facts }: RolePage): Html {
  if (facts.length === 0) return nothing;
  const items = instanceProfiles.map(
    ({ name, instances }) =>
      html`${shown(name)}${instances.length === 0 ? '' : `, of the instances ${instances.join(', ')}`}`,
  );
  return html`<section><h2>Instance profiles</h2>${list(items, 'None: no EC2 instance can have this role.')}</section>`;
}
