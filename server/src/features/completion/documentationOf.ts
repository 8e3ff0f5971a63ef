import type { Catalog } from '../../catalog/catalog.ts';
import { serviceUrl } from '../../catalog/documentationUrl.ts';
import { actionHover } from '../hover/actionHover.ts';
import { arnHover } from '../hover/arnHover.ts';
import { conditionKeyHover, operatorHover } from '../hover/conditionHover.ts';
import { elementHover, principalTypeHover, versionHover } from '../hover/elementHover.ts';
import { code, link, listed, paragraphs, plain } from '../hover/markdown.ts';
import { principalHover } from '../hover/principalHover.ts';
import type { DocKey } from './completionItem.ts';

/** What an item is, as Markdown, for `completionItem/resolve`; empty where the catalog no longer knows it. */
export function documentationOf(key: DocKey, catalog: Catalog): string {
  return textOf(key, catalog) ?? '';
}

function textOf(key: DocKey, catalog: Catalog): string | undefined {
  switch (key.kind) {
    case 'element':
      return elementHover(key.name);
    case 'action':
      return actionHover(key.text, catalog);
    case 'service':
      return serviceText(key.prefix, catalog);
    case 'resourceType':
      return resourceTypeText(key.prefix, key.name, catalog);
    case 'operator':
      return operatorHover(key.name);
    case 'conditionKey':
      return conditionKeyHover(key.key, catalog);
    case 'principalType':
      return principalTypeHover(key.name);
    case 'principal':
      return principalHover(key.text, key.type, catalog);
    case 'provider':
      return providerText(key.issuer, catalog);
    case 'version':
      return versionHover(key.text);
    case 'region':
      return regionText(key.code, catalog);
    case 'managedPolicy':
      return managedPolicyText(key.name, catalog);
    case 'variable':
      return paragraphs(
        'Replaced by the value of the key in the request.',
        conditionKeyHover(key.name, catalog),
      );
  }
}

function serviceText(prefix: string, catalog: Catalog): string | undefined {
  const service = catalog.services.find((one) => one.prefix === prefix);
  if (service === undefined) return undefined;
  const page = serviceUrl(catalog, prefix);
  const actions = `${service.actionCount.toLocaleString('en')} actions, written ${code(`${prefix}:…`)}`;
  return paragraphs(`**${plain(service.name)}**`, actions, page && link('AWS documentation', page));
}

function resourceTypeText(prefix: string, name: string, catalog: Catalog): string | undefined {
  const type = catalog.service(prefix)?.resourceTypes.get(name);
  if (type === undefined) return undefined;
  const keys = type.conditionKeys.map(code);
  const page = serviceUrl(catalog, prefix);
  return paragraphs(
    `**${plain(name)}** · ${plain(catalog.service(prefix)?.name ?? prefix)}`,
    code(type.arn),
    keys.length > 0 ? `Condition keys: ${listed(keys, 'and')}` : undefined,
    page && link('AWS documentation', page),
  );
}

function providerText(issuer: string, catalog: Catalog): string | undefined {
  const provider = catalog.oidcProviders.find((one) => one.issuer === issuer);
  if (provider === undefined) return undefined;
  const text = provider.builtInToAws ? issuer : `arn:aws:iam::111122223333:oidc-provider/${issuer}`;
  return paragraphs(`**${plain(provider.name)}**`, principalHover(text, 'Federated', catalog));
}

function regionText(code: string, catalog: Catalog): string | undefined {
  const region = catalog.regions.find((one) => one.code === code);
  return region && `**${plain(region.name)}** · partition ${plain(region.partition)}`;
}

function managedPolicyText(name: string, catalog: Catalog): string | undefined {
  const policy = catalog.managedPolicies.find((one) => one.name === name);
  return policy && arnHover(policy.arn, catalog);
}
