import type { Catalog, ConditionKey } from '../../catalog/catalog.ts';
import { findConditionKey } from '../../catalog/findConditionKey.ts';
import {
  familiesFor,
  type OperatorRule,
  operatorRules,
  type SetOperator,
} from '../../policy/conditionOperator.ts';
import { literalOf } from '../../syntax/node.ts';
import type { Proposal, Proposals } from './completionItem.ts';
import type { StatementSite } from './site.ts';
import { snippetText } from './snippetText.ts';

interface Variant {
  readonly name: string;
  readonly rule: OperatorRule;
  readonly set: SetOperator | undefined;
}

/** Families AWS documents set operators for. */
const setFamilies: ReadonlySet<string> = new Set(['String', 'Arn', 'Bool']);
const sets: readonly SetOperator[] = ['ForAnyValue', 'ForAllValues'];

const plain = operatorRules.map((rule): Variant => ({ name: rule.name, rule, set: undefined }));
const ifExists = plain
  .filter(({ rule }) => rule.family !== 'Null')
  .map((variant): Variant => ({ ...variant, name: `${variant.name}IfExists` }));
const withSet = sets.flatMap((set) =>
  plain
    .filter(({ rule }) => setFamilies.has(rule.family))
    .map(({ name, rule }): Variant => ({ name: `${set}:${name}`, rule, set })),
);
const variants: readonly Variant[] = [...plain, ...ifExists, ...withSet];

/** Condition operators; where the block holds keys already, first those that fit them. */
export function operators(site: StatementSite): Proposals {
  const keys = keysInBlock(site);
  const offered = variants.filter(
    ({ set }) => set === undefined || keys.length === 0 || keys.some(isMultivalued),
  );
  const fits = (variant: Variant) => keys.length > 0 && keys.every((key) => operatorFits(variant, key));
  const rank = (variant: Variant) => (fits(variant) ? (variant.rule.family === 'Null' ? 1 : 0) : 2);
  const ordered = offered.toSorted((one, other) => rank(one) - rank(other));
  return { proposals: ordered.map(operatorProposal) };
}

function isMultivalued({ multivalued }: ConditionKey): boolean {
  return multivalued;
}

/** Whether an operator tests values of a key's type, and as many of them as the key has. */
export function operatorFits(
  { rule, set }: { readonly rule: Pick<OperatorRule, 'family'>; readonly set: SetOperator | undefined },
  { type, alternativeTypes, multivalued }: ConditionKey,
): boolean {
  if (rule.family === 'Null') return true;
  const families = [type, ...alternativeTypes].flatMap((one) => familiesFor[one]);
  return families.includes(rule.family) && multivalued === (set !== undefined);
}

function keysInBlock({ cursor, catalog }: StatementSite): readonly ConditionKey[] {
  const { container, node } = cursor;
  const block =
    container.kind === 'object' ? container.members.find(({ key }) => key === node)?.value : undefined;
  if (block?.kind !== 'object') return [];
  return block.members.flatMap(({ key }) => conditionKeyNamed(literalOf(key) ?? '', catalog) ?? []);
}

/** What is known of a condition key, by its name in a policy. */
export function conditionKeyNamed(name: string, catalog: Catalog): ConditionKey | undefined {
  const found = findConditionKey(catalog, name);
  return 'key' in found ? found.key : undefined;
}

function operatorProposal({ name, rule, set }: Variant): Proposal {
  return {
    label: name,
    kind: 'operator',
    detail: set === undefined ? rule.family : `${rule.family}, several values`,
    body: { form: 'member', name: [name], value: snippetText('{\n\t$1\n}') },
    retrigger: true,
    doc: { kind: 'operator', name },
  };
}
