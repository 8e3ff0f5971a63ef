import type { Catalog } from '../catalog/catalog.ts';
import { rememberByText, rememberWithin } from '../catalog/remember.ts';
import { type ArnPart, arnParts } from '../policy/arn.ts';
import type { Statement } from '../policy/model.ts';
import { literalOf, type StringNode } from '../syntax/node.ts';
import { type ArnPattern, writtenPattern } from './arnPattern.ts';
import type { EntryMeaning } from './entryMeaning.ts';

/** What a text stands for in `Resource` or `NotResource`. */
export interface ResourceMeaning extends EntryMeaning {
  readonly arn: readonly ArnPart[];
  /** Undefined for what is no whole ARN. */
  readonly pattern: ArnPattern | undefined;
}

export interface ResourceEntry {
  readonly node: StringNode;
  /** Undefined for a text with a hole. */
  readonly meaning: ResourceMeaning | undefined;
}

const meaningOf = rememberByText(
  (_: Catalog, text): ResourceMeaning => ({
    text,
    soundFor: [],
    arn: arnParts(text),
    pattern: writtenPattern(text),
  }),
);

const policyOf = ({ policy }: Statement): unknown => policy;
const read = rememberWithin(policyOf, (catalog: Catalog, { resource }: Statement): readonly ResourceEntry[] =>
  (resource?.entries ?? []).map((node) => {
    const text = literalOf(node);
    return { node, meaning: text === undefined ? undefined : meaningOf(catalog, text) };
  }),
);

/** What the resources of a statement stand for: one look-up for each text, for all checks that ask. */
export function resourceEntries(statement: Statement, catalog: Catalog): readonly ResourceEntry[] {
  return read(catalog, statement);
}
