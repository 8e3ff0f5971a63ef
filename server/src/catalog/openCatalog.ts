import type {
  ActionNote,
  Catalog,
  CatalogSource,
  Service,
  ServiceDescriptions,
  ServiceSummary,
} from './catalog.ts';
import {
  type CatalogIndex,
  type DescriptionsBlock,
  headerLength,
  type ServiceBlock,
} from './catalogFormat.ts';
import * as tables from './catalogTables.ts';
import { decodeDescriptions, decodeService } from './decodeService.ts';
import { lazy } from './lazy.ts';

/** Where a block lies in the source, in characters. */
interface Block {
  readonly offset: number;
  readonly length: number;
}

interface ServiceEntry {
  readonly summary: ServiceSummary;
  readonly service: () => Service;
  readonly descriptions: () => ServiceDescriptions;
}

/**
 * The catalog held by a source written by `npm run catalog`. Reads the index at once and every other block
 * when it is first asked for; all but the managed policy documents are kept.
 * Throws an `Error` that says so when the source holds no catalog.
 */
export function openCatalog(source: CatalogSource): Catalog {
  const indexLength = readIndexLength(source);
  const index = parse<CatalogIndex>(source, { offset: headerLength, length: indexLength });
  let end = headerLength + indexLength;
  const take = (length: number): Block => {
    const block = { offset: end, length };
    end += length;
    return block;
  };
  const services = new Map<string, ServiceEntry>();
  for (const [prefix, name, actionCount, length, descriptionsLength] of index.services) {
    services.set(
      prefix,
      serviceEntry(source, { prefix, name, actionCount }, take(length), take(descriptionsLength)),
    );
  }
  const blocks = new Map(index.tables.map(([name, length]) => [name, take(length)]));
  const table = <Name extends keyof tables.CatalogTables>(name: Name): tables.CatalogTables[Name] => {
    const block = blocks.get(name);
    if (block === undefined) throw damaged();
    return parse<tables.CatalogTables[Name]>(source, block);
  };
  const documentsOffset = end;
  const globalKeys = lazy(() => ({
    byName: new Map(table('globalKeys').map((row) => [row.key.toLowerCase(), tables.globalKey(row)])),
  }));
  const servicePrincipals = lazy(() => table('servicePrincipals').map(tables.servicePrincipal));
  const serviceLinkedRoles = lazy(() => table('serviceLinkedRoles').map(tables.serviceLinkedRole));
  const oidcProviders = lazy(() => table('oidcProviders').map(tables.oidcProvider));
  const regions = lazy(() => table('regions'));
  const rcpServices = lazy(() => new Set(table('rcpServices')));
  const meantActions = lazy(() => new Map(Object.entries(table('meantActions'))));
  const meantPrefixes = lazy(() => new Map(Object.entries(table('meantPrefixes'))));
  const notes = lazy(() => decodeNotes(table('actionNotes')));
  const managedPolicyRows = lazy(() => table('managedPolicies'));
  const managedPolicies = lazy(() => managedPolicyRows().map(tables.managedPolicy));
  const documents = lazy(() => documentBlocks(managedPolicyRows(), documentsOffset));
  return {
    date: index.date,
    managedPoliciesDate: index.managedPoliciesDate,
    counts: index.counts,
    services: [...services.values()].map((entry) => entry.summary),
    conditionKeyHomes: new Map(Object.entries(index.conditionKeyHomes)),
    service: (prefix) => services.get(prefix.toLowerCase())?.service(),
    descriptions: (prefix) => services.get(prefix.toLowerCase())?.descriptions(),
    get globalKeys() {
      return globalKeys();
    },
    get servicePrincipals() {
      return servicePrincipals();
    },
    get serviceLinkedRoles() {
      return serviceLinkedRoles();
    },
    get oidcProviders() {
      return oidcProviders();
    },
    get regions() {
      return regions().regions;
    },
    get partitions() {
      return regions().partitions;
    },
    get rcpServices() {
      return rcpServices();
    },
    meantAction(name) {
      const row = meantActions().get(name.toLowerCase());
      return row && tables.meantAction(row);
    },
    meantPrefix: (prefix) => meantPrefixes().get(prefix.toLowerCase()),
    actionNotes: (action) => notes().get(action.toLowerCase()) ?? [],
    get managedPolicies() {
      return managedPolicies();
    },
    managedPolicyDocument(name) {
      const block = documents().get(name);
      return block && source.read(block.offset, block.length);
    },
  };
}

function readIndexLength(source: CatalogSource): number {
  const header = source.read(0, headerLength);
  if (!/^\d{15}\n$/.test(header)) throw damaged();
  return Number(header);
}

function serviceEntry(
  source: CatalogSource,
  summary: ServiceSummary,
  block: Block,
  descriptionsBlock: Block,
): ServiceEntry {
  const service = lazy(() => decodeService(summary, parse<ServiceBlock>(source, block)));
  const descriptions = lazy(() =>
    decodeDescriptions(service(), parse<DescriptionsBlock>(source, descriptionsBlock)),
  );
  return { summary, service, descriptions };
}

function decodeNotes(table: tables.CatalogTables['actionNotes']): ReadonlyMap<string, readonly ActionNote[]> {
  const notes = table.notes.map(tables.actionNote);
  return new Map(
    Object.entries(table.actions).map(([action, positions]) => [
      action,
      positions.flatMap((position) => notes[position] ?? []),
    ]),
  );
}

function documentBlocks(
  rows: tables.CatalogTables['managedPolicies'],
  documentsOffset: number,
): ReadonlyMap<string, Block> {
  const blocks = new Map<string, Block>();
  let offset = documentsOffset;
  for (const [name, , , length] of rows) {
    blocks.set(name, { offset, length });
    offset += length;
  }
  return blocks;
}

/** The type is what the generator wrote, which the index's counts and the tests vouch for. */
function parse<T>(source: CatalogSource, block: Block): T {
  const text = source.read(block.offset, block.length);
  if (text.length !== block.length) throw damaged();
  return JSON.parse(text);
}

function damaged(): Error {
  return new Error(
    'The catalog file is damaged: it was not written by this version. Run `npm run catalog` to write it anew.',
  );
}
