import type { Catalog } from '../catalog/catalog.ts';
import { serviceUrl } from '../catalog/documentationUrl.ts';
import { findConditionKey } from '../catalog/findConditionKey.ts';
import { parseActionName } from '../policy/actionName.ts';
import type { Statement } from '../policy/model.ts';
import type { PolicyFile } from '../policy/readDocument.ts';
import { managedPolicyScheme } from '../protocol.ts';
import { literalOf, type Span, type StringNode, spanWithin } from '../syntax/node.ts';
import type { FeatureContext } from './featureContext.ts';

export interface DocumentLinkItem extends Span {
  /** A web page, or a managed policy's document under `iam-managed-policy:`. */
  readonly target: string;
  readonly tooltip: string;
}

/** Links from service prefixes and global condition keys to AWS's pages, and from managed policies to their documents. */
export function documentLinks(file: PolicyFile, { catalog }: FeatureContext): DocumentLinkItem[] {
  if (file.policies.length === 0) return [];
  const statements = file.policies.flatMap(({ policy }) => policy.statements);
  return [
    ...managedPolicyLinks(file.text, catalog),
    ...statements.flatMap((statement) => [
      ...actionLinks(statement, catalog),
      ...keyLinks(statement, catalog),
    ]),
  ].sort((one, other) => one.start - other.start);
}

function managedPolicyLinks(text: string, catalog: Catalog): DocumentLinkItem[] {
  const links: DocumentLinkItem[] = [];
  for (const match of text.matchAll(/arn:aws[a-z-]*:iam::aws:policy\/((?:[\w+=,.@-]+\/)*)([\w+=,.@-]+)/g)) {
    const [arn, , name = ''] = match;
    if (!catalog.managedPolicies.some((policy) => policy.name === name)) continue;
    links.push({
      start: match.index,
      end: match.index + arn.length,
      target: `${managedPolicyScheme}:/${encodeURIComponent(name)}.json`,
      tooltip: `Show the document of the AWS managed policy ${name}`,
    });
  }
  return links;
}

function actionLinks({ action }: Statement, catalog: Catalog): DocumentLinkItem[] {
  return (action?.entries ?? []).flatMap((node) => {
    const prefix = parseActionName(literalOf(node) ?? '')?.prefix;
    if (prefix === undefined) return [];
    const target = serviceUrl(catalog, prefix);
    return target === undefined
      ? []
      : [link(node, prefix.length, target, `Actions of ${prefix} in AWS's reference`)];
  });
}

function keyLinks({ condition }: Statement, catalog: Catalog): DocumentLinkItem[] {
  return (condition?.operators ?? []).flatMap(({ conditions }) =>
    conditions.flatMap(({ key }) => {
      const name = literalOf(key) ?? '';
      const lookup = findConditionKey(catalog, name);
      if (lookup.kind !== 'global') return [];
      return [link(key, name.length, lookup.key.documentation, `${lookup.key.key} in the IAM User Guide`)];
    }),
  );
}

function link(node: StringNode, length: number, target: string, tooltip: string): DocumentLinkItem {
  return { ...spanWithin(node, 0, length), target, tooltip };
}
