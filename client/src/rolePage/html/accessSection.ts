import type { LevelAccess, ServiceAccess } from '../../../../server/src/protocol.ts';
import { levelCount, levelsByWeight, resourcesInShort } from '../accessText.ts';
import type { RolePage } from '../rolePage.ts';
import { type Html, html, list, nothing, shown } from './html.ts';

/** So many services stand in the table before the rest is folded. */
const mostRows = 25;

/** What the role may do, by service and access level. */
export function accessSection({ access, policies }: RolePage): Html {
  const { services, everything, unknownActions, partialDenials } = access;
  return html`<section><h2>What it may do</h2>
<p class="origin">By its own policies: what resource-based policies, service control policies and resource control policies add or take away is not in it.</p>
${everything ? html`<p class="severity warning">Every action of every service that the data knows.</p>` : nothing}
${services.length === 0 ? html`<p class="none">${policies.length === 0 ? 'Nothing: it has no policy.' : 'Nothing.'}</p>` : tables(services)}
${
  partialDenials.length === 0
    ? nothing
    : html`<p>Less what is denied in part:</p>${list(
        partialDenials.map((one) => shown(one, 600)),
        '',
      )}`
}
${
  unknownActions.length === 0
    ? nothing
    : html`<p>And actions that the data does not know:</p>${list(
        unknownActions.map((one) => shown(one)),
        '',
      )}`
}
</section>`;
}

function tables(services: readonly ServiceAccess[]): Html {
  const columns = levelsByWeight.filter((level) =>
    services.some(({ levels }) => levels.some((one) => one.level === level)),
  );
  const rest = services.slice(mostRows);
  const more = html`<details><summary>${rest.length} services more</summary>${table(rest, columns)}</details>`;
  return html`${table(services.slice(0, mostRows), columns)}${rest.length === 0 ? nothing : more}`;
}

function table(services: readonly ServiceAccess[], columns: readonly LevelAccess['level'][]): Html {
  return html`<div class="wide"><table class="access"><thead><tr><th scope="col">Service</th>${columns.map(
    (level) => html`<th scope="col">${level}</th>`,
  )}<th scope="col">On</th><th scope="col">Conditions</th></tr></thead><tbody>${services.map((one) =>
    row(one, columns),
  )}</tbody></table></div>`;
}

function row(service: ServiceAccess, columns: readonly LevelAccess['level'][]): Html {
  const { name, prefix, levels, resources, conditions, unconditional } = service;
  const cells = columns.map((level) => {
    const own = levels.find((one) => one.level === level);
    return own === undefined
      ? html`<td><span class="none">none</span></td>`
      : html`<td class="${own.granted === own.all ? 'all' : 'some'}">${levelCount(own)}</td>`;
  });
  const named = [...resources.names, ...resources.except.map((one) => `but ${one}`)].map((one) =>
    shown(one, 120),
  );
  const short = resourcesInShort(resources);
  const [only] = resources.names;
  const on =
    named.length === 0
      ? html`${short}`
      : named.length === 1 && only !== undefined && !resources.every
        ? shown(only, 120)
        : html`<details><summary>${short}</summary>${list(named, '')}</details>`;
  const under = conditions.map((one) => shown(one, 240));
  const free = conditions.length > 0 && unconditional ? [html`some without`] : [];
  return html`<tr><th scope="row">${name} <span class="kind">${prefix}</span></th>${cells}<td>${on}</td><td>${list([...under, ...free], 'none')}</td></tr>`;
}
