/** The catalog's tables as the file holds them: what has its usual value is left out. */
import type {
  ActionNote,
  Catalog,
  EscalationPath,
  GlobalConditionKey,
  ManagedPolicySummary,
  MeantAction,
  OidcProvider,
  Partition,
  Region,
  ServiceLinkedRole,
  ServicePrincipal,
} from './catalog.ts';
import type { ManagedPolicyRow, TableName } from './catalogFormat.ts';

/** `T` with what may be left out of a table left out. */
type Sparse<T, Required extends keyof T> = Pick<T, Required> & Partial<T>;

/** What each table's block parses to; the actions' rows refer to `notes` by position. */
export interface CatalogTables extends Record<TableName, unknown> {
  readonly globalKeys: readonly Sparse<
    GlobalConditionKey,
    'key' | 'type' | 'description' | 'availability' | 'documentation'
  >[];
  readonly servicePrincipals: readonly Sparse<
    ServicePrincipal,
    'principal' | 'service' | 'prefix' | 'kind' | 'confidence'
  >[];
  readonly serviceLinkedRoles: readonly Sparse<
    ServiceLinkedRole,
    'awsServiceName' | 'service' | 'confidence'
  >[];
  readonly oidcProviders: readonly Sparse<
    OidcProvider,
    'id' | 'issuer' | 'name' | 'kind' | 'confidence' | 'claims'
  >[];
  readonly regions: { readonly partitions: readonly Partition[]; readonly regions: readonly Region[] };
  readonly rcpServices: readonly string[];
  readonly meantActions: Readonly<Record<string, Sparse<MeantAction, 'actions'>>>;
  readonly meantPrefixes: Readonly<Record<string, string>>;
  readonly actionNotes: {
    readonly notes: readonly Sparse<ActionNote, 'problem' | 'confidence'>[];
    readonly actions: Readonly<Record<string, readonly number[]>>;
  };
  readonly escalationPaths: readonly Sparse<EscalationPath, 'id' | 'gain'>[];
  readonly sensitiveActions: Catalog['sensitiveActions'];
  readonly passedRoles: Catalog['passedRoles'];
  readonly managedPolicies: readonly ManagedPolicyRow[];
}

export function globalKey(row: CatalogTables['globalKeys'][number]): GlobalConditionKey {
  return {
    multivalued: false,
    alternativeTypes: [],
    operatorsRecommended: [],
    usableAsVariable: false,
    exampleValue: undefined,
    notes: undefined,
    sensitive: false,
    untrustworthy: false,
    deprecatedFor: undefined,
    supportedServices: undefined,
    ...row,
  };
}

export function servicePrincipal(row: CatalogTables['servicePrincipals'][number]): ServicePrincipal {
  return {
    commonUse: undefined,
    notes: undefined,
    rank: undefined,
    suggestedManagedPolicies: [],
    confusedDeputyKeys: [],
    trustActions: ['sts:AssumeRole'],
    ...row,
  };
}

export function serviceLinkedRole(row: CatalogTables['serviceLinkedRoles'][number]): ServiceLinkedRole {
  return { roleName: undefined, ...row };
}

export function oidcProvider(row: CatalogTables['oidcProviders'][number]): OidcProvider {
  return {
    issuerIsTemplate: false,
    builtInToAws: false,
    audience: undefined,
    requiredClaim: undefined,
    enforcedByIam: [],
    subjectFormat: undefined,
    subjectExamples: [],
    notes: undefined,
    documentation: undefined,
    ...row,
  };
}

export function meantAction(row: CatalogTables['meantActions'][string]): MeantAction {
  return { conditionalActions: [], mode: 'all', note: undefined, ...row };
}

export function actionNote(row: CatalogTables['actionNotes']['notes'][number]): ActionNote {
  return { fix: undefined, resourceExamples: [], ...row };
}

export function escalationPath(row: CatalogTables['escalationPaths'][number]): EscalationPath {
  return { every: [], some: [], same: [], ...row };
}

export function managedPolicy([name, path, version]: ManagedPolicyRow): ManagedPolicySummary {
  return {
    name,
    arn: `arn:aws:iam::aws:policy/${path}${name}`,
    version,
    serviceLinked: path === 'aws-service-role/',
  };
}
