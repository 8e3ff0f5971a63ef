/**
 * The catalog file: a header line of `headerLength` characters with the length of the index, the index,
 * then blocks of compact JSON back to back: each service and its descriptions in the index's order, the
 * tables in the index's order, the managed policy documents in the order of the `managedPolicies` table.
 * The index gives lengths only; offsets are their running sum. All of it is ASCII.
 */
import type { Settings } from '../protocol.ts';
import type { AccessLevel, CatalogCounts, KeyType } from './catalog.ts';

export const headerLength = 16;

/** A block refers to these by position. */
export const accessLevels = [
  'List',
  'Read',
  'Write',
  'Permissions management',
  'Tagging',
] as const satisfies readonly AccessLevel[];

/** A block refers to these by position. */
export const keyTypes = [
  'String',
  'Numeric',
  'Date',
  'Bool',
  'Binary',
  'IPAddress',
  'ARN',
  'Null',
] as const satisfies readonly KeyType[];

export const tableNames = [
  'globalKeys',
  'servicePrincipals',
  'serviceLinkedRoles',
  'oidcProviders',
  'regions',
  'rcpServices',
  'meantActions',
  'meantPrefixes',
  'actionNotes',
  'escalationPaths',
  'sensitiveActions',
  'passedRoles',
  'managedPolicies',
] as const;
export type TableName = (typeof tableNames)[number];

export interface CatalogIndex {
  readonly date: string;
  readonly managedPoliciesDate: string;
  /** Package names and versions the file was generated from. */
  readonly packages: Readonly<Record<string, string>>;
  readonly counts: CatalogCounts;
  /** Names IAM accepts though AWS's documentation does not list them; services, actions and keys to add. */
  readonly unlisted: Settings['catalog'];
  readonly conditionKeyHomes: Readonly<Record<string, readonly string[]>>;
  /** Prefix, name, number of actions, length of the block, length of the descriptions. */
  readonly services: readonly (readonly [string, string, number, number, number])[];
  readonly tables: readonly (readonly [TableName, number])[];
}

/** What repeats is listed once and referred to by position: condition keys, sets of them, lists of uses. */
export interface ServiceBlock {
  /** Key, position in `keyTypes`, 1 if multivalued. */
  readonly keys: readonly (readonly [string, number, 0 | 1])[];
  /** Positions in `keys`. */
  readonly keySets: readonly (readonly number[])[];
  /** Name, ARN, position in `keySets`. */
  readonly resourceTypes: readonly (readonly [string, string, number])[];
  /** Lists of: position in `resourceTypes`, 1 if required, position in `keySets`. */
  readonly uses: readonly (readonly (readonly [number, 0 | 1, number])[])[];
  /** Name, position in `accessLevels`, position in `keySets`, position in `uses`, dependent actions. */
  readonly actions: readonly (readonly [string, number, number, number, ...(readonly string[])])[];
}

/** In the order of the service's block. */
export interface DescriptionsBlock {
  readonly actions: readonly string[];
  readonly keys: readonly string[];
}

/** Name, path after `policy/` without the name, version, length of the document. */
export type ManagedPolicyRow = readonly [string, string, string, number];
