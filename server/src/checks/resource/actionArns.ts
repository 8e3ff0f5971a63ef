import { redundantResources } from '../../access/redundantResources.ts';
import type { Action, Catalog } from '../../catalog/catalog.ts';
import { arnParts } from '../../policy/arn.ts';
import { literalOf } from '../../syntax/node.ts';
import type { CheckContext } from '../check.ts';
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

/**
 * ARNs of the resources that actions need, with names in capitals to be filled in, such as
 * `arn:aws:s3:::BUCKET_NAME/OBJECT_NAME`, and `*` for Region and account. Of resource types that are choices, the
 * plainest.
 */
export function namedArns(
  actions: readonly Action[],
  catalog: Catalog,
  partition: string,
): readonly string[] {
  const arns = actions.flatMap((action) => {
    const required = action.resourceTypes.filter((type) => type.required);
    const [plainest] = action.resourceTypes.toSorted((one, other) => one.name.length - other.name.length);
    const resourceTypes = required.length > 0 || plainest === undefined ? required : [plainest];
    return arnsOf({ ...action, resourceTypes }, catalog);
  });
  return [...new Set(arns.map((arn) => namedArn(arn, partition)))];
}

function namedArn(arn: string, partition: string): string {
  const [, head = arn, names = ''] = /^((?:[^:]*:){5})(.*)$/.exec(arn) ?? [];
  return openArn(head, partition) + names.replace(/\$\{([^}]*)\}/g, (_, name: string) => inCapitals(name));
}

function inCapitals(name: string): string {
  return name.replace(/([a-z0-9])(?=[A-Z])/g, '$1_').toUpperCase();
}

/** A documented ARN with its partition filled in and `*` for all other placeholders. */
export function openArn(arn: string, partition: string): string {
  return arn
    .replace('${Partition}', partition)
    .replace(/\$\{[^}]*\}/g, '*')
    .replace(/\*+/g, '*');
}

/** The partition that the ARNs of a policy name; that of the settings where none does. */
export function partitionOf({ policy, catalog, settings }: CheckContext): string {
  for (const { resource } of policy.statements) {
    for (const node of resource?.entries ?? []) {
      const partition = wholeArn(arnParts(literalOf(node) ?? ''))?.partition.text;
      if (partition !== undefined && catalog.partitions.some(({ id }) => id === partition)) return partition;
    }
  }
  return settings.partition ?? 'aws';
}
