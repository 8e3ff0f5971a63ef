import type { Catalog, ResourceType } from '../../catalog/catalog.ts';
import { serviceUrl } from '../../catalog/documentationUrl.ts';
import { type ArnPart, arnParts } from '../../policy/arn.ts';
import { matchesPattern, patternsOverlap } from '../../policy/wildcard.ts';
import { bullets, code, link, paragraphs, plain } from './markdown.ts';

/** An ARN with its parts named and the resource types it can be. */
export function arnHover(text: string, catalog: Catalog): string | undefined {
  if (text === '*')
    return '**Every resource** of every type and account that the statement’s actions work on.';
  const parts = arnParts(text);
  if (parts[0]?.text !== 'arn' || parts.length < 2) return undefined;
  const managed = managedPolicyHover(text, catalog);
  if (managed !== undefined) return managed;
  const service = parts[2]?.text ?? '';
  const page = serviceUrl(catalog, service);
  return paragraphs(
    headline(text, service, catalog),
    partsTable(parts, catalog),
    parts.length < 6 ? '**Not complete:** an ARN has six fields, divided by five colons.' : undefined,
    page && link('AWS documentation', page),
  );
}

function headline(text: string, service: string, catalog: Catalog): string {
  const types = arnResourceTypes(text, service, catalog).map(({ name }) => plain(name));
  const owner = plain(catalog.service(service)?.name ?? service);
  if (types.length === 0) return `**${owner}**`;
  return `**${owner}** · ${types.slice(0, 4).join(', ')}${types.length > 4 ? `, and ${types.length - 4} more types` : ''}`;
}

/** The resource types of a service that an ARN, with wildcards and variables, can name; the fewest that fit well. */
export function arnResourceTypes(text: string, service: string, catalog: Catalog): readonly ResourceType[] {
  const asked = patternFields(text);
  const types = [...(catalog.service(service)?.resourceTypes.values() ?? [])];
  const fitting = types.filter(({ arn }) => fieldsOverlap(asked, patternFields(arn)));
  const exact = fitting.filter(({ arn }) => matchesPattern(asked[5] ?? '', patternFields(arn)[5] ?? ''));
  const most = Math.max(0, ...exact.map(literalLength));
  return exact.length > 0 ? exact.filter((type) => literalLength(type) === most) : fitting;
}

/** `bucket/*` fits the pattern of a bucket too; the type that says more of it is meant. */
function literalLength({ arn }: ResourceType): number {
  return (patternFields(arn)[5] ?? '').replaceAll('*', '').length;
}

/** The fields of an ARN with variables and placeholders as wildcards. */
function patternFields(arn: string): readonly string[] {
  return arnParts(arn).map(({ text }) => text.replace(/\$\{[^}]*\}/g, '*'));
}

/** A placeholder for a Region or an account is never empty. */
function fieldsOverlap(asked: readonly string[], type: readonly string[]): boolean {
  return type.every((wanted, index) => {
    const given = asked[index];
    return given === undefined || ((given === '') === (wanted === '') && patternsOverlap(given, wanted));
  });
}

const fieldNames: Readonly<Record<ArnPart['field'], string>> = {
  prefix: '',
  partition: 'Partition',
  service: 'Service',
  region: 'Region',
  account: 'Account',
  resource: 'Resource',
};

function partsTable(parts: readonly ArnPart[], catalog: Catalog): string {
  const rows = parts.slice(1).map(({ field, text }) => {
    const meaning = fieldMeaning(field, text, catalog);
    return `${fieldNames[field]}: ${text === '' ? 'empty' : code(text)}${meaning === undefined ? '' : ` ${meaning}`}`;
  });
  return bullets(rows);
}

function fieldMeaning(field: ArnPart['field'], text: string, catalog: Catalog): string | undefined {
  const named = (name: string | undefined) => (name === undefined ? undefined : `(${plain(name)})`);
  switch (field) {
    case 'partition':
      return named(catalog.partitions.find(({ id }) => id === text)?.name);
    case 'service':
      return named(catalog.service(text)?.name);
    case 'region':
      if (text === '*') return '(any Region)';
      return text === ''
        ? '(the type has no Region)'
        : named(catalog.regions.find(({ code: region }) => region === text)?.name);
    case 'account':
      if (text === '*') return '(any account)';
      return text === 'aws' ? '(owned by AWS)' : undefined;
    default:
      return undefined;
  }
}

/** An AWS managed policy's document; undefined for another ARN. */
export function managedPolicyHover(text: string, catalog: Catalog): string | undefined {
  const name = /^arn:aws[a-z-]*:iam::aws:policy\/(?:.*\/)?([^/]+)$/.exec(text)?.[1];
  const policy = catalog.managedPolicies.find((one) => one.name === name);
  if (policy === undefined) return undefined;
  const document = catalog.managedPolicyDocument(policy.name);
  return paragraphs(
    `**${plain(policy.name)}** · AWS managed policy, version ${plain(policy.version)}`,
    document && fenced(JSON.stringify(JSON.parse(document), undefined, 2)),
    link(
      'AWS documentation',
      `https://docs.aws.amazon.com/aws-managed-policy/latest/reference/${policy.name}.html`,
    ),
  );
}

/** A hover is read at a glance: a long document is cut, the link to it shows the whole. */
const mostLines = 60;

function fenced(text: string): string {
  const lines = text.split('\n');
  const shown =
    lines.length > mostLines
      ? [...lines.slice(0, mostLines), `… ${lines.length - mostLines} more lines`]
      : lines;
  return `\`\`\`json\n${shown.join('\n')}\n\`\`\``;
}
