import type { CatalogSource, Service, ServiceDescriptions, ServiceSummary } from './catalog.ts';
import {
  type CatalogIndex,
  type DescriptionsBlock,
  headerLength,
  type ServiceBlock,
} from './catalogFormat.ts';
import type { CatalogTables } from './catalogTables.ts';
import { decodeDescriptions, decodeService } from './decodeService.ts';
import { lazy } from './lazy.ts';

/** Where a block lies in the source, in characters. */
interface Block {
  readonly offset: number;
  readonly length: number;
}

export interface ServiceEntry {
  readonly summary: ServiceSummary;
  /** Read on the first call. */
  readonly service: () => Service;
  /** Read on the first call. */
  readonly descriptions: () => ServiceDescriptions;
}

export interface CatalogBlocks {
  readonly index: CatalogIndex;
  /** By prefix, in the index's order. */
  readonly services: ReadonlyMap<string, ServiceEntry>;
  /** Read on each call. */
  readonly table: <Name extends keyof CatalogTables>(name: Name) => CatalogTables[Name];
  /** A managed policy document's text, read on each call; undefined for a name the table does not have. */
  readonly document: (name: string) => string | undefined;
}

/** The blocks of a catalog file, of which the index is read at once. Throws an `Error` when it holds no catalog. */
export function openBlocks(source: CatalogSource): CatalogBlocks {
  const indexLength = readIndexLength(source);
  const index = parse<CatalogIndex>(source, { offset: headerLength, length: indexLength });
  const take = consecutiveBlocks(headerLength + indexLength);
  const services = new Map<string, ServiceEntry>();
  for (const [prefix, name, actionCount, length, descriptionsLength] of index.services) {
    const summary = { prefix, name, actionCount };
    services.set(prefix, serviceEntry(source, summary, take(length), take(descriptionsLength)));
  }
  const tables = new Map(index.tables.map(([name, length]) => [name, take(length)]));
  const table: CatalogBlocks['table'] = (name) => {
    const block = tables.get(name);
    if (block === undefined) throw damaged();
    return parse(source, block);
  };
  const documents = lazy(
    () => new Map(table('managedPolicies').map(([name, , , length]) => [name, take(length)])),
  );
  const document = (name: string) => {
    const block = documents().get(name);
    return block && source.read(block.offset, block.length);
  };
  return { index, services, table, document };
}

/** Gives one block after the other, by their lengths. */
function consecutiveBlocks(start: number): (length: number) => Block {
  let end = start;
  return (length) => {
    end += length;
    return { offset: end - length, length };
  };
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

function readIndexLength(source: CatalogSource): number {
  const header = source.read(0, headerLength);
  if (!/^\d{15}\n$/.test(header)) throw damaged();
  return Number(header);
}

/** The type is what the generator wrote, which the tests vouch for. */
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
