import { expandAction } from '../../access/expandAction.ts';
import type { Action, Catalog, Service } from '../../catalog/catalog.ts';
import { hasWildcard } from '../../policy/wildcard.ts';
import { type Proposal, textBody } from './completionItem.ts';

/** Wildcards for a service: all of it, what is typed so far, and each first word that several actions share. */
export function wildcards(service: Service, typed: string, catalog: Catalog): readonly Proposal[] {
  const words = firstWords(service);
  const isPart = words.some((word) => word.toLowerCase().startsWith(typed.toLowerCase()));
  const patterns = new Set([
    ...(isPart ? [] : [typedPattern(service, typed)]),
    '*',
    ...words.map((word) => `${word}*`),
  ]);
  return [...patterns].flatMap((name) => wildcard(`${service.prefix}:${name}`, catalog));
}

/** Spelled as the actions are: an editor puts what has the same letter case as the typed text on top. */
function typedPattern(service: Service, typed: string): string {
  if (hasWildcard(typed)) return typed;
  const spelled = beginningWith(service, typed)[0]?.name.slice(0, typed.length);
  return `${spelled ?? typed}*`;
}

/** The actions whose name begins with what is typed, in any letter case. */
export function beginningWith(service: Service, typed: string): readonly Action[] {
  const wanted = typed.toLowerCase();
  return [...service.actions.values()].filter(({ name }) => name.toLowerCase().startsWith(wanted));
}

const firstWordsOf = new WeakMap<Service, readonly string[]>();

/** First words of action names, such as `Get`, most frequent first. */
function firstWords(service: Service): readonly string[] {
  const known = firstWordsOf.get(service);
  if (known !== undefined) return known;
  const counts = new Map<string, number>();
  for (const { name } of service.actions.values()) {
    const word = /^([A-Z]+(?![a-z])|[A-Z]?[a-z]+)/.exec(name)?.[0];
    if (word !== undefined && word !== name) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const shared = [...counts].filter(([, count]) => count > 1).sort((one, other) => other[1] - one[1]);
  const words = shared.map(([word]) => word);
  firstWordsOf.set(service, words);
  return words;
}

function wildcard(text: string, catalog: Catalog): readonly Proposal[] {
  const { length } = expandAction(catalog, text);
  if (length === 0 || (length === 1 && !text.endsWith(':*'))) return [];
  const detail = `matches ${length.toLocaleString('en')} action${length === 1 ? '' : 's'}`;
  return [{ label: text, kind: 'wildcard', detail, body: textBody(text), doc: { kind: 'action', text } }];
}
