import { type ConditionKeyLookup, findConditionKey } from '../../catalog/findConditionKey.ts';
import { parseOperator } from '../../policy/conditionOperator.ts';
import { arnShapes } from './awsPrincipals.ts';
import { type Proposal, type Proposals, textBody } from './completionItem.ts';
import { knownValues, type ValueSource } from './knownValues.ts';
import { managedPolicyArns } from './managedPolicyArns.ts';
import { audienceText, subjectTexts } from './providerTexts.ts';
import { rankedPrincipals, servicePrincipalProposal } from './servicePrincipals.ts';
import type { StatementSite } from './site.ts';
import { filledText, type SnippetText } from './snippetText.ts';

/** Values of a condition key where they are known, or what one looks like. */
export function conditionValues(site: StatementSite): Proposals {
  const [, operatorName = '', key = ''] = site.cursor.path;
  const operator = parseOperator(operatorName);
  const lookup = findConditionKey(site.catalog, key);
  const isTruth = 'key' in lookup && lookup.key.type === 'Bool';
  if (operator?.family === 'Null' || operator?.family === 'Bool' || isTruth) {
    return { proposals: truthValues(operator?.family === 'Null') };
  }
  const source = knownValues[key.toLowerCase()];
  if (source !== undefined) return { proposals: valuesOf(source, site) };
  return { proposals: lookup.kind === 'provider' ? claimValues(lookup) : exampleOf(lookup) };
}

function truthValues(testsAbsence: boolean): readonly Proposal[] {
  return ['true', 'false'].map((label) => {
    const detail = label === 'true' ? 'the key is absent' : 'the key is there';
    return { label, kind: 'value', detail: testsAbsence ? detail : undefined, body: textBody(label) };
  });
}

function valuesOf(source: ValueSource, site: StatementSite): readonly Proposal[] {
  const { catalog, settings } = site;
  switch (source) {
    case 'regions':
      return regions(site);
    case 'accounts':
      return accounts(site);
    case 'organizations':
      return organizations(site);
    case 'servicePrincipals':
      return services(site, ['service-role', 'resource-policy', 'service-linked']);
    case 'passedServices':
      return services(site, ['service-role']);
    case 'serviceLinkedRoles':
      return catalog.serviceLinkedRoles.map(({ awsServiceName, roleName }) =>
        value(awsServiceName, roleName),
      );
    case 'viaServices':
      return viaServices(site);
    case 'managedPolicies':
      return managedPolicyArns(catalog, settings, site.target.typed);
    case 'principalArns':
      return arnShapes(settings);
    default:
      return source.map((text) => value(text));
  }
}

function value(label: string, detail?: string): Proposal {
  return { label, kind: 'value', detail, body: textBody(label) };
}

/** Those of the settings' partition, its own Region first. */
function regions({ catalog, settings: { account } }: StatementSite): readonly Proposal[] {
  const partition = account.partition || 'aws';
  const own = catalog.regions.filter((region) => region.partition === partition);
  const ordered = own.toSorted(
    (one, other) => Number(other.code === account.region) - Number(one.code === account.region),
  );
  return ordered.map(({ code, name }) => ({
    label: code,
    kind: 'region',
    detail: name,
    body: textBody(code),
    doc: { kind: 'region', code },
  }));
}

function accounts({ settings: { account, trustedAccounts } }: StatementSite): readonly Proposal[] {
  const known = [...new Set([account.id, ...trustedAccounts])].filter((id) => id !== '');
  if (known.length > 0)
    return known.map((id) => value(id, id === account.id ? 'this account' : 'a trusted account'));
  return [pattern([{ stop: 1, text: '111122223333' }], 'account id')];
}

function organizations({ settings: { organizationIds } }: StatementSite): readonly Proposal[] {
  if (organizationIds.length > 0) return organizationIds.map((id) => value(id, 'your organization'));
  return [pattern([{ stop: 1, text: 'o-a1b2c3d4e5' }], 'organization id')];
}

function pattern(text: SnippetText, detail: string): Proposal {
  return { label: filledText(text), kind: 'value', detail, body: { form: 'text', text } };
}

function services(
  { catalog }: StatementSite,
  kinds: Parameters<typeof rankedPrincipals>[1],
): readonly Proposal[] {
  return rankedPrincipals(catalog.servicePrincipals, kinds).map(servicePrincipalProposal);
}

/** Services that use keys of AWS KMS on behalf of others. Source: AWS KMS Developer Guide, kms:ViaService. */
const servicesWithKeys = [
  's3',
  'ec2',
  'rds',
  'dynamodb',
  'lambda',
  'secretsmanager',
  'ssm',
  'sqs',
  'sns',
  'logs',
  'elasticfilesystem',
  'backup',
  'ecr',
  'glue',
  'kinesis',
  'redshift',
  'athena',
];

function viaServices({ settings: { account } }: StatementSite): readonly Proposal[] {
  const region = account.region === '' ? { stop: 1, text: 'us-east-1' } : account.region;
  return servicesWithKeys.map((service) =>
    pattern([`${service}.`, region, '.amazonaws.com'], 'service in a Region'),
  );
}

function claimValues({
  claim,
  provider,
}: ConditionKeyLookup & { readonly kind: 'provider' }): readonly Proposal[] {
  if (provider === undefined) return [];
  if (claim.toLowerCase() === 'aud') {
    const text = audienceText(provider);
    return text === undefined ? [] : [pattern(text, `audience for ${provider.name}`)];
  }
  if (claim.toLowerCase() !== 'sub') return [];
  const patterns = subjectTexts(provider).map((text) => pattern(text, `subject of ${provider.name}`));
  const examples = provider.subjectExamples.map((text) => value(text, 'example'));
  return [...patterns, ...examples];
}

/** An example goes in to be typed over. */
function exampleOf(lookup: ConditionKeyLookup): readonly Proposal[] {
  const example = lookup.kind === 'global' ? lookup.key.exampleValue : undefined;
  return example === undefined ? [] : [pattern([{ stop: 1, text: example }], 'example')];
}
