import { takenAway } from '../accessText.ts';
import { allPolicies, type PagePolicy, type RolePage } from '../rolePage.ts';
import { type Html, html, list, nothing, shown } from './html.ts';

/** So many statements of a policy are told. */
const mostSentences = 40;

/** Who may assume the role, in words. */
export function trustSection({ trust }: RolePage): Html {
  return html`<section><h2>Who can assume it</h2>${sentencesOf(trust)}</section>`;
}

/** What each of the policies says. */
export function policiesSection(page: RolePage): Html {
  const items = allPolicies(page).map((policy, index) => policyItem(policy, index));
  return html`<section><h2>Policies</h2>${items}</section>`;
}

function policyItem(policy: PagePolicy, index: number): Html {
  const { name, kind, detail, place } = policy;
  const open =
    place === undefined
      ? nothing
      : html`<button type="button" data-message="open" data-policy="${index}">Open</button>`;
  return html`<details><summary>${shown(name)} <span class="kind">${kind}</span></summary>
${detail === '' ? nothing : html`<p class="origin">${shown(detail)}</p>`}${sentencesOf(policy)}${open}</details>`;
}

function sentencesOf({ sentences }: PagePolicy): Html {
  const more = sentences.length - mostSentences;
  const told = sentences.slice(0, mostSentences).map((sentence) => shown(sentence, 600));
  return list(more > 0 ? [...told, html`${more} statements more`] : told, 'It has no statement.');
}

/** What the permissions boundary does to all that. */
export function boundarySection({ boundary, access, facts }: RolePage): Html {
  if (boundary === undefined)
    return facts.length === 0
      ? nothing
      : html`<section><h2>Permissions boundary</h2><p class="none">None.</p></section>`;
  const taken = takenAway(access.services).map((sentence) => shown(sentence));
  return html`<section><h2>Permissions boundary</h2><p>${shown(boundary.name)}</p>
${taken.length === 0 ? nothing : html`<p>It takes away:</p>`}
${list(taken, 'It takes nothing away from what the policies allow.')}</section>`;
}

const severities = {
  ERROR: 'error',
  SECURITY_WARNING: 'warning',
  WARNING: 'warning',
  SUGGESTION: 'information',
};

/** What is wrong with each of the policies. */
export function findingsSection(page: RolePage): Html {
  const items = allPolicies(page).flatMap(({ name, findings }) =>
    findings.map(
      ({ code, severity, message }) =>
        html`<span class="severity ${severities[severity]}">${severity}</span> ${shown(name)}: ${shown(message, 600)} <span class="kind">${code}</span>`,
    ),
  );
  return html`<section><h2>Findings</h2>${list(items, 'None.')}</section>`;
}
