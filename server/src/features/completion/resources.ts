import { expandAction } from '../../access/expandAction.ts';
import type { Action, Catalog, ResourceType } from '../../catalog/catalog.ts';
import type { Settings } from '../../protocol.ts';
import { namedPatterns } from './actions.ts';
import { arnText } from './arnPlaceholders.ts';
import { type Proposal, type Proposals, textBody } from './completionItem.ts';
import type { StatementSite } from './site.ts';
import { filledText } from './snippetText.ts';

/** ARNs of the resource types the statement's actions take, to be filled in, and `*`: first where an action needs it. */
export function resources(site: StatementSite): Proposals {
  const { catalog, settings } = site;
  const actions = [...new Set(namedPatterns(site).flatMap((pattern) => expandAction(catalog, pattern)))];
  const types = typesOf(actions, catalog);
  const arns = [...groupByArn(types)].map(([arn, group]) => arnProposal(arn, group, settings));
  if (arns.length === 0 && actions.length === 0) arns.push(anyArn(settings));
  const withoutType = actions.find(({ resourceTypes, added }) => resourceTypes.length === 0 && !added);
  const all = everything(withoutType);
  return { proposals: withoutType === undefined ? [...arns, all] : [all, ...arns] };
}

interface TypeOfService extends ResourceType {
  readonly prefix: string;
}

/** First those an action's name tells of, as `GetObject` does of `object`, and those it requires. */
function typesOf(actions: readonly Action[], catalog: Catalog): readonly TypeOfService[] {
  const uses = new Map<string, Use>();
  for (const { prefix, name: action, resourceTypes } of actions) {
    const about = action.toLowerCase().replace(/s$/, '');
    for (const { name, required } of resourceTypes) {
      const use = uses.get(`${prefix}:${name}`) ?? newUse(prefix, name, catalog);
      uses.set(`${prefix}:${name}`, use);
      // `GetObject` is about an `object`, `StartInstances` about an `instance`.
      const rank = (about.endsWith(use.word) ? 0 : 2) + (required ? 0 : 1);
      use.rank = Math.min(use.rank, rank);
    }
  }
  const ranked = [...uses.values()].sort((one, other) => one.rank - other.rank);
  return ranked.flatMap(({ type }) => type ?? []);
}

interface Use {
  readonly type: TypeOfService | undefined;
  /** The type's name as an action's would have it, in lower case. */
  readonly word: string;
  rank: number;
}

function newUse(prefix: string, name: string, catalog: Catalog): Use {
  const type = catalog.service(prefix)?.resourceTypes.get(name);
  return { type: type && { ...type, prefix }, word: name.replace(/\W/g, '').toLowerCase(), rank: 4 };
}

function groupByArn(types: readonly TypeOfService[]): ReadonlyMap<string, readonly TypeOfService[]> {
  const groups = new Map<string, readonly TypeOfService[]>();
  for (const type of types) groups.set(type.arn, [...(groups.get(type.arn) ?? []), type]);
  return groups;
}

function arnProposal(arn: string, types: readonly TypeOfService[], settings: Settings): Proposal {
  const text = arnText(arn, settings);
  const [first] = types;
  return {
    label: filledText(text),
    kind: 'resource',
    detail: types.map(({ prefix, name }) => `${prefix} ${name}`).join(', '),
    body: { form: 'text', text },
    doc: first && { kind: 'resourceType', prefix: first.prefix, name: first.name },
  };
}

function anyArn(settings: Settings): Proposal {
  const text = arnText('arn:${Partition}:${service}:${Region}:${Account}:${resource}', settings);
  return {
    label: filledText(text),
    kind: 'resource',
    detail: 'form of an ARN',
    body: { form: 'text', text },
  };
}

function everything(withoutType: Action | undefined): Proposal {
  const detail =
    withoutType === undefined
      ? 'every resource'
      : `${withoutType.prefix}:${withoutType.name} takes no resource`;
  return { label: '*', kind: 'resource', detail, body: textBody('*') };
}
