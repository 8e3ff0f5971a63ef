/**
 * Everything client and server say to each other beside the Language Server Protocol, declared once.
 * The client imports nothing else of the server. Documented in docs/protocol.md.
 */
import type { CatalogCounts } from './catalog/catalog.ts';
import type { CheckLevels } from './policy/checkLevel.ts';
import type { PolicyKind, PolicyType } from './policy/policyType.ts';

export { type PolicyType, policyTypes, policyTypeTitles } from './policy/policyType.ts';
export { mayHoldPolicy } from './syntax/mayHoldPolicy.ts';

export type Severity = 'ERROR' | 'SECURITY_WARNING' | 'WARNING' | 'SUGGESTION';

/** The settings under `iamRoles.*`, as the manifest declares them; the server falls back to `defaultSettings`. */
export interface Settings {
  readonly validate: { readonly enable: boolean };
  /** Another severity than a check has, or silence, by its code. */
  readonly checks: CheckLevels;
  /** Used in suggested ARNs. */
  readonly account: { readonly id: string; readonly partition: string; readonly region: string };
  /** Account ids that are not outside accounts. */
  readonly trustedAccounts: readonly string[];
  /** Of the user's organizations in AWS Organizations. */
  readonly organizationIds: readonly string[];
  readonly inlayHints: { readonly wildcardActions: boolean };
  readonly codeLens: { readonly enable: boolean };
  /** What AWS has and the data does not know yet. */
  readonly catalog: {
    readonly additionalActions: readonly string[];
    readonly additionalConditionKeys: readonly string[];
    readonly additionalServices: readonly string[];
  };
}

export const defaultSettings: Settings = {
  validate: { enable: true },
  checks: {},
  account: { id: '', partition: 'aws', region: '' },
  trustedAccounts: [],
  organizationIds: [],
  inlayHints: { wildcardActions: false },
  codeLens: { enable: true },
  catalog: { additionalActions: [], additionalConditionKeys: [], additionalServices: [] },
};

/** Sent with `initialize` as `initializationOptions`. */
export interface InitializationOptions {
  readonly settings?: Settings;
  /** The editor reports JSON syntax errors itself, so the server keeps silent about them. */
  readonly editorReportsJsonSyntax?: boolean;
  /** The client answers `readFile`, so that the settings file can live in a virtual file system. */
  readonly clientReadsFiles?: boolean;
}

/** In the answer to `initialize`, as `serverInfo` has no room for it. */
export interface ServerExperimental {
  readonly catalogDate: string;
  readonly catalogCounts: CatalogCounts;
}

/** Where the type of a policy was taken from, first to last in authority. */
export type PolicyTypeSource = 'chosen' | 'settings file' | 'place in the document' | 'file name' | 'content';

export interface PolicyAtPosition extends PolicyKind {
  readonly source: PolicyTypeSource;
  readonly range: LineRange;
}

export interface LineRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** Client to server: the policies of an open document, in order; empty when it holds none. */
export const policiesRequest = 'iamRoles/policies';
export interface PoliciesParams {
  readonly uri: string;
}

/** Client to server: judge all policies of an open document as this type until it closes; null takes it back. */
export const choosePolicyTypeRequest = 'iamRoles/choosePolicyType';
export interface ChoosePolicyTypeParams {
  readonly uri: string;
  readonly type: PolicyType | null;
}

/** Client to server: an AWS managed policy's latest document as indented JSON; null when there is none of that name. */
export const managedPolicyRequest = 'iamRoles/managedPolicy';
export interface ManagedPolicyParams {
  readonly name: string;
}

/** Client to server: every code that a finding can have, in order. */
export const checksRequest = 'iamRoles/checks';
export interface CheckSummary {
  readonly code: string;
  readonly severity: Severity;
  /** What it finds, in a sentence or two. */
  readonly what: string;
}

/** Server to client: the text of a file, null when there is none. */
export const readFileRequest = 'iamRoles/readFile';
export interface ReadFileParams {
  readonly uri: string;
}

/** Documents of AWS managed policies open under this scheme: `iam-managed-policy:/NAME.json`. */
export const managedPolicyScheme = 'iam-managed-policy';

/** Pages of checks open under this scheme in VS Code: `iam-check:/CODE.md`. */
export const checkPageScheme = 'iam-check';

/** The settings file, in any folder of the workspace. */
export const settingsFileName = 'iam-roles.config.json';
