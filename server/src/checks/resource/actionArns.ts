import { redundantResources } from '../../access/redundantResources.ts';
import type { Action, Catalog } from '../../catalog/catalog.ts';
import { arnParts } from '../../policy/arn.ts';
import type { PolicyDocument } from '../../policy/model.ts';
import { literalOf } from '../../syntax/node.ts';
import { wholeArn } from './arnPatterns.ts';

/** The resource types an action is done to, as `arn` prints them, with placeholders such as `${BucketName}`. */
export function arnsOf({ prefix, resourceTypes }: Action, catalog: Catalog): readonly string[] {
  const types = catalog.service(prefix)?.resourceTypes;
  return resourceTypes.flatMap(({ name }) => types?.get(name)?.arn ?? []);
}

/**
 * Patterns for all resources that actions are done to, `*` in the place of every Region, account and name. Empty
 * where AWS documents none.
 */
export function actionArns(
  actions: readonly Action[],
  catalog: Catalog,
  partition: string,
): readonly string[] {
  const open = actions.flatMap((action) => arnsOf(action, catalog)).map((arn) => openArn(arn, partition));
  const arns = [...new Set(open)];
  const redundant = new Set(redundantResources(arns).map(({ entry }) => entry));
  return arns.filter((_, index) => !redundant.has(index));
}

/** A documented ARN with its partition filled in and `*` for all other placeholders. */
export function openArn(arn: string, partition: string): string {
  return arn
    .replace('${Partition}', partition)
    .replace(/\$\{[^}]*\}/g, '*')
    .replace(/\*+/g, '*');
}

/** The partition that the ARNs of a policy name; `aws` where none does. */
export function partitionOf({ statements }: PolicyDocument, catalog: Catalog): string {
  for (const { resource } of statements) {
    for (const node of resource?.entries ?? []) {
      const partition = wholeArn(arnParts(literalOf(node) ?? ''))?.partition.text;
      if (catalog.partitions.some(({ id }) => id === partition)) return partition ?? 'aws';
    }
  }
  return 'aws';
}
