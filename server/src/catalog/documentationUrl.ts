import type { Action, Catalog, ServiceSummary } from './catalog.ts';

const reference = 'https://docs.aws.amazon.com/service-authorization/latest/reference/';

/**
 * The service's page in the Service Authorization Reference, which since 2026 is named after its prefix;
 * undefined for a service the reference does not have.
 */
export function serviceUrl(catalog: Catalog, prefix: string): string | undefined {
  const service = catalog.service(prefix);
  return service && !service.added ? pageOf(service) : undefined;
}

/** The action's row on its service's page; undefined for an action the reference does not have. */
export function actionUrl(catalog: Catalog, action: Action): string | undefined {
  const url = action.added ? undefined : serviceUrl(catalog, action.prefix);
  return url && `${url}#list_${action.prefix}-action-${action.name}`;
}

function pageOf({ prefix }: ServiceSummary): string {
  return `${reference}list_${prefix}.html`;
}
