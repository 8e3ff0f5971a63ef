import type { PolicyFile } from '../../policy/readDocument.ts';
import { literalOf } from '../../syntax/node.ts';
import { type Cursor, cursorAt } from '../cursor.ts';
import type { FeatureContext } from '../featureContext.ts';
import { actions } from './actions.ts';
import { completeBlank } from './completeBlank.ts';
import { completeManagedPolicy } from './completeManagedPolicy.ts';
import type { CompletionList, Proposal, Proposals } from './completionItem.ts';
import { conditionKeys } from './conditionKeys.ts';
import { conditionValues } from './conditionValues.ts';
import { documentKeys, statementKeys } from './elementKeys.ts';
import { effects, emptyObject, statements, versions } from './fixedValues.ts';
import { operators } from './operators.ts';
import { plainText } from './placeItem.ts';
import { principals, principalTypes, principalValues } from './principals.ts';
import { resources } from './resources.ts';
import { selectItems } from './selectItems.ts';
import type { Site, StatementSite } from './site.ts';
import { otherKeys, targetOf } from './target.ts';
import { variables, variableTarget } from './variables.ts';

/**
 * What can be put in at an offset of a document, best first; empty where nothing is known or nothing belongs there.
 * Never throws, for any text. A list stays below 40 KB as a reply of the Language Server Protocol.
 */
export function complete(file: PolicyFile, offset: number, context: FeatureContext): CompletionList {
  const cursor = cursorAt(file, offset);
  if (cursor === undefined) {
    return completeBlank(file, offset, context) ?? completeManagedPolicy(file, offset, context) ?? nothing;
  }
  const target = targetOf(file.text, cursor);
  if (target === undefined) return nothing;
  const { policy } = cursor.detected;
  const site: Site = { ...context, text: file.text, cursor, target, policy, type: policy.kind.type };
  const { statement } = cursor;
  return statement === undefined
    ? completeIn(site, documentPlaces)
    : completeStatement({ ...site, statement });
}

const nothing: CompletionList = { items: [], incomplete: false };

function completeStatement(site: StatementSite): CompletionList {
  const target = variableTarget(site);
  if (target === undefined) return completeIn(site, statementPlaces);
  return selectItems(variables(site).proposals, target, true);
}

interface Place<AnySite> {
  /** Of the keys that lead there, joined by slashes; `*` stands for any. */
  readonly path: string;
  readonly role: Cursor['role'];
  readonly propose: (site: AnySite) => Proposals;
}

const documentPlaces: readonly Place<Site>[] = [
  { path: '', role: 'key', propose: documentKeys },
  { path: 'version', role: 'value', propose: versions },
  { path: 'statement', role: 'value', propose: statements },
];

const statementPlaces: readonly Place<StatementSite>[] = [
  { path: '', role: 'key', propose: statementKeys },
  { path: 'effect', role: 'value', propose: effects },
  { path: 'action', role: 'value', propose: actions },
  { path: 'notaction', role: 'value', propose: actions },
  { path: 'resource', role: 'value', propose: resources },
  { path: 'notresource', role: 'value', propose: resources },
  { path: 'principal', role: 'key', propose: principalTypes },
  { path: 'notprincipal', role: 'key', propose: principalTypes },
  { path: 'principal', role: 'value', propose: principalValues },
  { path: 'notprincipal', role: 'value', propose: principalValues },
  { path: 'principal/*', role: 'value', propose: principals },
  { path: 'notprincipal/*', role: 'value', propose: principals },
  { path: 'condition', role: 'key', propose: operators },
  { path: 'condition', role: 'value', propose: emptyObject },
  { path: 'condition/*', role: 'key', propose: conditionKeys },
  { path: 'condition/*', role: 'value', propose: emptyObject },
  { path: 'condition/*/*', role: 'value', propose: conditionValues },
];

function completeIn<AnySite extends Site>(site: AnySite, places: readonly Place<AnySite>[]): CompletionList {
  const { path, role } = site.cursor;
  const [first = '', ...rest] = path;
  const asked = [first.toLowerCase(), ...rest.map(() => '*')].join('/');
  const place = places.find((one) => one.path === asked && one.role === role);
  if (place === undefined) return nothing;
  const { proposals, dependOnText = false } = place.propose(site);
  const present = presentNames(site);
  const missing = proposals.filter((proposal) => !isPresent(proposal, present));
  return selectItems(missing, site.target, dependOnText);
}

function isPresent(proposal: Proposal, present: ReadonlySet<string>): boolean {
  const text = plainText(proposal);
  return text !== undefined && present.has(text.toLowerCase());
}

/** The other keys of the object, or entries of the list, in lower case. */
function presentNames({ text, cursor }: Site): ReadonlySet<string> {
  const { container, node } = cursor;
  if (cursor.role === 'key') return otherKeys(text, cursor);
  if (container.kind === 'object') return new Set();
  const others = container.items.filter((item) => item !== node);
  return new Set(others.flatMap((item) => literalOf(item)?.toLowerCase() ?? []));
}
