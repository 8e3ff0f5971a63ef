import type { Catalog } from '../../catalog/catalog.ts';
import { type ArnField, arnFields, arnParts, isAccountId } from '../../policy/arn.ts';
import type { CheckContext, CheckedElements, Fix } from '../check.ts';
import { changeResource } from '../entryFixes.ts';
import { documentedArns, fittingPatterns, isArnService, isOpen, wholeArn } from './arnPatterns.ts';

type CheckedResource = CheckedElements['resource'];

/** A fix for each text that may stand in one field of the ARN. What is no ARN of AWS's afterwards is left out. */
export function changeField(
  resource: CheckedResource,
  field: ArnField,
  texts: readonly string[],
  { catalog }: CheckContext,
  title: (text: string) => string = (text) => `Change the ${field} to ${text}`,
): Fix[] {
  const fixes = texts.map((text) => ({ text, arn: withFields(resource, { [field]: text }) }));
  return fixes
    .filter(({ arn }) => isSoundArn(catalog, arn))
    .map(({ text, arn }) => changeResource(resource.node, [arn], { title: title(text), safe: false }));
}

/** A fix for each ARN that AWS has, the first three of them. */
export function changeToSoundArns(
  { node }: Pick<CheckedResource, 'node'>,
  arns: readonly string[],
  catalog: Catalog,
): Fix[] {
  const sound = [...new Set(arns)].filter((arn) => isSoundArn(catalog, arn));
  return sound.slice(0, mostArns).map((arn) => changeResource(node, [arn]));
}

const mostArns = 3;

/** The ARN with some of its fields replaced. */
export function withFields(
  { arn }: Pick<CheckedResource, 'arn'>,
  fields: Readonly<Partial<Record<ArnField, string>>>,
): string {
  return arnFields.map((field, index) => fields[field] ?? arn[index]?.text ?? '').join(':');
}

/** Accounts to write into an ARN, best first. */
export function likelyAccounts({ settings }: CheckContext): readonly string[] {
  return [...settings.trustedAccounts.slice(0, mostAccounts), '*'];
}

const mostAccounts = 2;

/** Whether every field is one that AWS has, and together they are an ARN it documents, if it documents any. */
export function isSoundArn(catalog: Catalog, text: string): boolean {
  const arn = wholeArn(arnParts(text));
  if (arn === undefined) return false;
  const { partition, service, region, account } = arn;
  if (!isOpen(partition.text) && !catalog.partitions.some(({ id }) => id === partition.text)) return false;
  if (isOpen(service.text)) return true;
  if (!isArnService(catalog, service.text) || !isRegionOf(catalog, partition.text, region.text)) return false;
  if (documentedArns(catalog, service.text).length === 0) return true;
  return fittingPatterns(catalog, arn).some(
    (pattern) =>
      agrees(pattern.region, region.text) &&
      agrees(pattern.account, account.text) &&
      isAccount(account.text, pattern.account),
  );
}

function isRegionOf(catalog: Catalog, partition: string, region: string): boolean {
  if (region === '' || region.includes('${')) return true;
  if (isOpen(region)) return /^[a-z0-9*?-]+$/.test(region);
  return catalog.regions.some(
    (known) => known.code === region && (isOpen(partition) || known.partition === partition),
  );
}

function isAccount(text: string, documented: string): boolean {
  return text === documented || isOpen(text) || isAccountId(text);
}

/** A pattern may stand for the empty field as well. */
function agrees(documented: string, text: string): boolean {
  return isOpen(text) ? documented !== '' || text.includes('*') : (documented === '') === (text === '');
}
