import { expandAction } from '../../access/expandAction.ts';
import type { Action, Catalog } from '../../catalog/catalog.ts';
import type { Statement } from '../../policy/model.ts';
import { literalOf } from '../../syntax/node.ts';
import { arnsOf, openArn } from './actionArns.ts';
import { isSoundArn } from './arnFixes.ts';

const mostArns = 3;

/** All actions that a statement names or that its patterns match; none for `NotAction`. */
export function actionsOf({ action: element }: Statement, catalog: Catalog): readonly Action[] {
  if (element?.name !== 'Action') return [];
  return element.entries.flatMap((node) => expandAction(catalog, literalOf(node) ?? ''));
}

/** The prefixes of all services that the actions of a statement are of. */
export function servicesOf(statement: Statement, catalog: Catalog): readonly string[] {
  return [...new Set(actionsOf(statement, catalog).map(({ prefix }) => prefix))];
}

/**
 * ARNs of the resources that a statement's actions are done to, with a bare name such as `amzn-s3-demo-bucket/*` in
 * them, at most three.
 */
export function nameToArn(
  name: string,
  statement: Statement,
  catalog: Catalog,
  partition: string,
): readonly string[] {
  if (/^\?*$|[:]/.test(name)) return [];
  const documented = new Set(actionsOf(statement, catalog).flatMap((action) => arnsOf(action, catalog)));
  const filled = [...documented]
    .sort((one, other) => placeholders(one) - placeholders(other))
    .flatMap((arn) => fillIn(arn, name) ?? [])
    .map((arn) => openArn(arn, partition))
    .filter((arn) => isSoundArn(catalog, arn));
  return [...new Set(filled)].slice(0, mostArns);
}

function placeholders(arn: string): number {
  return arn.split('${').length;
}

/** The name goes to the placeholders of the resource, a slash between two where the ARN has one. */
function fillIn(arn: string, name: string): string | undefined {
  const [, head = '', resource = ''] = /^((?:[^:]*:){5})(.*)$/.exec(arn) ?? [];
  const parts = resource.split(/\$\{[^}]*\}/);
  const slash = name.indexOf('/');
  if (parts.length === 2) return slash > 0 && parts[0] === '' ? undefined : head + parts.join(name);
  const [before = '', between, behind = ''] = parts;
  if (parts.length !== 3 || between !== '/' || slash <= 0) return undefined;
  return `${head}${before}${name.slice(0, slash)}/${name.slice(slash + 1)}${behind}`;
}
