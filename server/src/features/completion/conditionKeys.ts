import type { ConditionKey, GlobalConditionKey } from '../../catalog/catalog.ts';
import { type ConditionOperator, parseOperator } from '../../policy/conditionOperator.ts';
import { withPlaceholders } from './arnPlaceholders.ts';
import type { Proposal, Proposals } from './completionItem.ts';
import { operatorFits } from './operators.ts';
import { providerKeys } from './providerKeys.ts';
import { requestKeys } from './requestKeys.ts';
import type { StatementSite } from './site.ts';
import { filledText, hasTabStop, type SnippetText } from './snippetText.ts';

/**
 * Condition keys: those of the statement's actions, resources and principals, then the global ones; first of each,
 * and before the rest, those whose values the operator tests.
 */
export function conditionKeys(site: StatementSite): Proposals {
  const operator = parseOperator(site.cursor.path[1] ?? '');
  const special = site.type === 'trust' ? providerKeys(site) : [];
  const own = [...special, ...requestKeys(site)];
  const names = new Set(own.map(({ key }) => key.toLowerCase()));
  const global = globalKeys(site).filter(({ key }) => !names.has(key.toLowerCase()));
  const all = [...uniqueKeys(own), ...global];
  const fits = (key: ConditionKey) =>
    operator === undefined || operatorFits({ rule: operator, set: operator.set }, key);
  const ordered = [...all.filter(fits), ...all.filter((key) => !fits(key))];
  return { proposals: ordered.map((key) => keyProposal(key, operator)) };
}

function uniqueKeys(keys: readonly ConditionKey[]): readonly ConditionKey[] {
  return [...new Map(keys.map((key) => [key.key.toLowerCase(), key])).values()];
}

/** Global keys that requests for the statement's services can carry; those of all services come first. */
function globalKeys(site: StatementSite): readonly GlobalConditionKey[] {
  const services = servicesOf(site);
  const usable = [...site.catalog.globalKeys.byName.values()].filter(
    ({ deprecatedFor, supportedServices }) =>
      deprecatedFor === undefined &&
      (supportedServices === undefined ||
        services.size === 0 ||
        supportedServices.some((prefix) => services.has(prefix))),
  );
  const isGlobal = ({ key }: ConditionKey) => key.startsWith('aws:');
  return [...usable.filter(isGlobal), ...usable.filter((key) => !isGlobal(key))];
}

function servicesOf({ statement }: StatementSite): ReadonlySet<string> {
  if (statement.action?.name !== 'Action') return new Set();
  const prefixes = statement.action.entries.map(
    ({ parts: [text] }) => /^[\w-]+(?=:)/.exec(String(text))?.[0],
  );
  return prefixes.includes(undefined)
    ? new Set()
    : new Set(prefixes.filter((prefix) => prefix !== undefined));
}

/** AWS's documentation writes the part to be filled in as `${TagKey}`, `<key>`, or a plain `tag-key`. */
const keyPlaceholder = /\$\{([^}]*)\}|<[^>]*>|(?<=\/)tag-key$/g;

function keyProposal(key: ConditionKey, operator: ConditionOperator | undefined): Proposal {
  const name = withPlaceholders(key.key, keyPlaceholder, (text) => ({ text: text.replace(/[<>]/g, '') }));
  const label = filledText(name);
  return {
    label,
    kind: 'conditionKey',
    detail: key.multivalued ? `${key.type}, several values` : key.type,
    body: { form: 'member', name, value: valueText(key, operator, name) },
    retrigger: !hasTabStop(name),
    doc: { kind: 'conditionKey', key: label },
  };
}

function valueText(
  key: ConditionKey,
  operator: ConditionOperator | undefined,
  name: SnippetText,
): SnippetText {
  const stop = 1 + name.filter((part) => typeof part !== 'string').length;
  const isList = key.multivalued && operator?.family !== 'Null';
  return isList ? ['["', { stop, text: '' }, '"]'] : ['"', { stop, text: '' }, '"'];
}
