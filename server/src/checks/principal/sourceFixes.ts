import type { Catalog } from '../../catalog/catalog.ts';
import { findServicePrincipal } from '../../catalog/findServicePrincipal.ts';
import { isAccountId, parseArn } from '../../policy/arn.ts';
import type { PrincipalEntry, Statement } from '../../policy/model.ts';
import { literalOf } from '../../syntax/node.ts';
import type { CheckContext, Fix } from '../check.ts';
import { addCondition } from '../commonFixes.ts';
import { fixWith } from '../listFixes.ts';
import { partitionOf } from '../resource/actionArns.ts';
import { servicesAllowed } from './serviceSource.ts';

/** Services whose ARNs name no account, so that a pattern with one matches nothing. */
const withoutAccount: ReadonlySet<string> = new Set(['s3', 'route53', 'apigateway']);

/**
 * Conditions that tell for whose resources a service acts. None for a statement that other principals share: the keys
 * are not in their requests.
 */
export function addSource(statement: Statement, context: CheckContext): Fix[] {
  const { catalog, settings } = context;
  const services = servicesAllowed(statement);
  if (services.length < (statement.principal?.entries.length ?? 0)) return [];
  const account = accountOf(statement) ?? settings.trustedAccounts[0] ?? 'ACCOUNT_ID';
  const sources = sourceArns(services, `arn:${partitionOf(context)}`, account, catalog);
  return [
    ...fixWith(
      'Add a condition on aws:SourceAccount',
      addCondition(statement, 'StringEquals', 'aws:SourceAccount', account),
    ),
    ...(sources === undefined
      ? []
      : fixWith(
          'Add a condition on aws:SourceArn',
          addCondition(statement, 'ArnLike', 'aws:SourceArn', sources),
        )),
  ];
}

/** The account of the resource that the policy is on. */
function accountOf({ resource }: Statement): string | undefined {
  const accounts = (resource?.entries ?? []).map((entry) => parseArn(literalOf(entry) ?? '')?.account ?? '');
  return accounts.find(isAccountId);
}

function sourceArns(
  services: readonly PrincipalEntry[],
  head: string,
  account: string,
  catalog: Catalog,
): string | readonly string[] | undefined {
  const prefixes = services.map(
    ({ node }) => findServicePrincipal(catalog, literalOf(node) ?? '')?.principal.prefix,
  );
  if (prefixes.some((prefix) => prefix === undefined || withoutAccount.has(prefix))) return undefined;
  const arns = [...new Set(prefixes)].map((prefix) => `${head}:${prefix}:*:${account}:*`);
  return arns.length === 1 ? arns[0] : arns;
}
