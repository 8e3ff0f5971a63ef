import type { Catalog } from '../catalog/catalog.ts';
import type { ListElement, PrincipalElement, Statement } from '../policy/model.ts';
import { literalOf, type Node } from '../syntax/node.ts';
import { actionEntries } from './actionEntries.ts';
import { conditionMeaning } from './conditionMeaning.ts';

/** What the elements of a statement say, each a text that is the same where they say the same; empty for none. */
export type ElementMeanings = Readonly<
  Record<'effect' | 'action' | 'resource' | 'principal' | 'condition', string>
>;

/**
 * What a statement says, whatever its Sid: order, repetition, lists of one entry and letter case where it is free
 * make no difference. Undefined where a part is missing, wrong or not known.
 */
export function elementMeanings(statement: Statement): ElementMeanings | undefined {
  const { node, sid, effect, action, resource, principal, condition } = statement;
  const elements = [sid, effect, action, resource, principal, condition].filter((one) => one !== undefined);
  if (elements.length !== node.members.length || effect?.allows === undefined || action === undefined)
    return undefined;
  const said = {
    effect: effect.allows,
    action: listMeaning(action, (text) => text.toLowerCase()),
    resource: resource === undefined ? '' : listMeaning(resource, (text) => text),
    principal: principal === undefined ? '' : principalMeaning(principal),
    condition: conditionMeaning(condition),
  };
  return isKnown(said) ? said : undefined;
}

function isKnown(said: Readonly<Record<keyof ElementMeanings, string | undefined>>): said is ElementMeanings {
  return !Object.values(said).includes(undefined);
}

/** A text that two statements share where they say the same; undefined as for `elementMeanings`. */
export function statementMeaning(statement: Statement): string | undefined {
  const meanings = elementMeanings(statement);
  return meanings && JSON.stringify(Object.values(meanings));
}

/** The statements that say the same as one before them, each with the first that does. */
export function repeatedStatements(
  statements: readonly Statement[],
  catalog: Catalog,
): readonly RepeatedStatement[] {
  if (statements.length < 2) return [];
  const alike = new Map<string, Statement[]>();
  for (const statement of statements) {
    const key = firstNames(statement, catalog);
    const others = alike.get(key);
    if (others === undefined) alike.set(key, [statement]);
    else others.push(statement);
  }
  const candidates = new Set([...alike.values()].filter((group) => group.length > 1).flat());
  const firsts = new Map<string, Statement>();
  return [...candidates].flatMap((statement) => {
    const meaning = statementMeaning(statement);
    const first = firsts.get(meaning ?? '');
    if (meaning !== undefined && first === undefined) firsts.set(meaning, statement);
    return first === undefined ? [] : [{ statement, first }];
  });
}

export interface RepeatedStatement {
  readonly statement: Statement;
  readonly first: Statement;
}

/** What statements that say the same share at least; far quicker than all they say. */
function firstNames(statement: Statement, catalog: Catalog): string {
  const actions = actionEntries(statement, catalog).all.map(({ meaning }) => meaning.lower);
  const resources = statement.resource?.entries.map(literalOf) ?? [];
  return `${least(actions)} ${least(resources)}`;
}

function least(texts: readonly (string | undefined)[]): string {
  let first = '';
  for (const text of texts) if (text !== undefined && (first === '' || text < first)) first = text;
  return first;
}

function listMeaning(
  { name, value }: ListElement<string>,
  meant: (text: string) => string,
): string | undefined {
  const texts = textsOf(value);
  return texts && JSON.stringify([name, unique(texts.map(meant))]);
}

/** `"*"` and `{ "AWS": "*" }` are the same. */
function principalMeaning({ name, value }: PrincipalElement): string | undefined {
  if (value?.kind !== 'object')
    return literalOf(value) === '*' ? JSON.stringify([name, ['AWS *']]) : undefined;
  const principals = value.members.map(({ key, value: listed }) => {
    const type = literalOf(key);
    const texts = type === undefined ? undefined : textsOf(listed);
    return texts?.map((text) => `${type} ${text}`);
  });
  if (principals.includes(undefined)) return undefined;
  return JSON.stringify([name, unique(principals.flatMap((texts) => texts ?? []))]);
}

/** Undefined for an empty list too, which other checks speak of. */
function textsOf(value: Node | undefined): readonly string[] | undefined {
  const items = value?.kind === 'array' ? value.items : value === undefined ? [] : [value];
  const texts = items.flatMap((item) => literalOf(item) ?? []);
  return texts.length > 0 && texts.length === items.length ? texts : undefined;
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}
