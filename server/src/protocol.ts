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

/** Client to server: a policy in plain words; null for a text that is none. */
export const describePolicyRequest = 'iamRoles/describePolicy';
export interface DescribePolicyParams {
  readonly text: string;
  readonly type: PolicyType;
}
export interface PolicyDescription {
  /** One for each statement, in order. */
  readonly sentences: readonly string[];
  /** Values that Allow statements ask `sts:ExternalId` to have. */
  readonly externalIds: readonly string[];
  /** Every Allow statement asks for multi-factor authentication. */
  readonly asksForMfa: boolean;
  /** Some Allow statement names an account, a role, a user or everyone, and not only services or federated identities. */
  readonly forAwsCallers: boolean;
  /** Service principals that it allows something. */
  readonly services: readonly string[];
  /** Accounts that it allows something and that the settings do not name as the user's. */
  readonly outsideAccounts: readonly string[];
  /** Whom its Allow statements name, each once, in order. */
  readonly principals: readonly NamedPrincipal[];
}
export interface NamedPrincipal {
  readonly type: 'everyone' | 'AWS' | 'Service' | 'Federated' | 'CanonicalUser' | 'other';
  /** As the policy writes it; `*` for everyone. */
  readonly name: string;
  /** In words, such as `role build of account 111122223333`. */
  readonly phrase: string;
  /** Only under conditions. */
  readonly conditional: boolean;
}

/** Client to server: what identity-based policies allow together, by service and access level. */
export const describeAccessRequest = 'iamRoles/describeAccess';
export interface DescribeAccessParams {
  /** A text each. */
  readonly policies: readonly string[];
  /** Text of the permissions boundary; null without one. */
  readonly boundary: string | null;
}
export interface AccessDescription {
  /** Every action that the data knows, though perhaps not on every resource. */
  readonly everything: boolean;
  /** Those of which something is allowed, by prefix in alphabetical order. */
  readonly services: readonly ServiceAccess[];
  /** Actions as allowed that the data does not know, as they are written. */
  readonly unknownActions: readonly string[];
  /** A sentence for each Deny statement that takes away only a part: on some resources, or under conditions. */
  readonly partialDenials: readonly string[];
  /** What `sts:AssumeRole` is allowed on: ARNs of roles, patterns of them, `*`. */
  readonly assumableRoles: readonly AssumableRole[];
}
export interface ServiceAccess {
  readonly prefix: string;
  readonly name: string;
  readonly levels: readonly LevelAccess[];
  /** Positions in the request of the policies that allow something. */
  readonly policies: readonly number[];
  readonly resources: AccessResources;
  /** Conditions of the statements that have some, in words, 50 at most; something may be allowed without them. */
  readonly conditions: readonly string[];
  /** Something is allowed by a statement without conditions. */
  readonly unconditional: boolean;
}
export interface LevelAccess {
  /** `Other`: the access level is not known. */
  readonly level: 'List' | 'Read' | 'Write' | 'Permissions management' | 'Tagging' | 'Other';
  /** Actions that the policies allow, on some resource, under some condition. */
  readonly granted: number;
  /** Those of them that the boundary allows as well; as `granted` without one. */
  readonly kept: number;
  /** All of this level that the service has. */
  readonly all: number;
}
export interface AccessResources {
  readonly every: boolean;
  /** As the policies write them, 50 at most. */
  readonly names: readonly string[];
  /** Of which `NotResource` says that all but these are allowed. */
  readonly except: readonly string[];
  /** How many more there are than `names` has. */
  readonly more: number;
}
export interface AssumableRole {
  readonly resource: string;
  readonly policies: readonly number[];
}

/** Client to server: the actions that identity-based policies allow together on some resource, by service. */
export const allowedActionsRequest = 'iamRoles/allowedActions';
export interface AllowedActionsParams {
  readonly policies: readonly string[];
}
export interface AllowedService {
  /** The prefix of its actions. */
  readonly service: string;
  readonly name: string;
  /** Without the prefix. */
  readonly actions: readonly string[];
}

/** Client to server: an identity-based policy without what was not used; null for a text that is no policy. */
export const tightenPolicyRequest = 'iamRoles/tightenPolicy';
export interface TightenPolicyParams {
  readonly text: string;
  readonly use: readonly UsedService[];
}
/** A service of which AWS says whether it was used. */
export interface UsedService {
  /** The prefix of its actions. */
  readonly service: string;
  readonly used: boolean;
  /** Those that AWS tells apart, without the prefix. */
  readonly actions: readonly { readonly name: string; readonly used: boolean }[];
}
export interface TightenedPolicy {
  /** Allows nothing that the policy did not; null where nothing would be allowed any more. */
  readonly text: string | null;
  /** What stands in the policy, and what in its place; nothing where it goes. */
  readonly changes: readonly { readonly action: string; readonly becomes: readonly string[] }[];
  /** Allow statements with `NotAction`, which are left as they are. */
  readonly notActions: number;
}

/** Client to server: where the paths of findings on a policy of an open document are in it. */
export const policyPlacesRequest = 'iamRoles/policyPlaces';
export interface PolicyPlacesParams {
  readonly uri: string;
  /** Where the policy starts, as `policyDocumentsRequest` gives it. */
  readonly start: LineRange['start'];
  readonly paths: readonly (readonly PolicyPathStep[])[];
}
/** As IAM Access Analyzer gives it: a member's name or value, an entry of a list, a part of a string. */
export type PolicyPathStep =
  | { readonly key: string }
  | { readonly value: string }
  | { readonly index: number }
  | { readonly substring: { readonly start: number; readonly length: number } };

/** Client to server: what a role trust policy makes of a request for a session; null for a text that is no policy. */
export const judgeAssumptionRequest = 'iamRoles/judgeAssumption';
export interface JudgeAssumptionParams {
  readonly trustPolicy: string;
  /** Of `sts:GetCallerIdentity`. */
  readonly callerArn: string;
  readonly callerId: string;
  /** The caller as a trust policy would name it: the ARN of a session's role, or that of a user. */
  readonly trustedArn: string;
  /** `sts:AssumeRole`, and `sts:TagSession` and `sts:SetSourceIdentity` where the request sends these. */
  readonly actions: readonly string[];
  /** What the request carries, by condition key; an empty list where it surely has no such key. */
  readonly context: Readonly<Record<string, readonly string[]>>;
}
export interface AssumptionVerdict {
  readonly outcome: 'allowed' | 'denied' | 'refused' | 'unknown';
  /** Sentences on what stands in the way. */
  readonly reasons: readonly string[];
  /** The caller is trusted by way of its account, so that its own policies must allow it as well. */
  readonly needsOwnPermission: boolean;
}
export interface AssumptionAnswer extends AssumptionVerdict {
  /** The trust policy with the one change that lets the caller in, where the trust policy is the cause. */
  readonly mended: { readonly title: string; readonly text: string } | null;
}

/** Client to server: as `policiesRequest`, with each policy's own text and findings. */
export const policyDocumentsRequest = 'iamRoles/policyDocuments';
export interface PolicyInDocument extends PolicyAtPosition {
  /** The policy alone as AWS takes it: strict JSON, taken out of the strings it is wrapped in. */
  readonly text: string;
  /** False where values are known to a deployment only, or are still to be typed: AWS cannot be sent the text. */
  readonly complete: boolean;
  /** As the settings leave them, with syntax errors even where the editor reports those; ranges in the document. */
  readonly findings: readonly PolicyFinding[];
}
export interface PolicyFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: LineRange;
}

/** Client to server: the findings of a policy that stands in no document; ranges in the text. */
export const checkPolicyRequest = 'iamRoles/checkPolicy';
export interface CheckPolicyParams {
  readonly text: string;
  readonly type: PolicyType;
  /** The account that the policy is of: no outside account to it. */
  readonly account?: string;
}

/** Client to server: what roles are made from, as AWS has it. */
export const roleCatalogRequest = 'iamRoles/roleCatalog';
export interface RoleCatalog {
  /** Those that can be attached, by name in alphabetical order. */
  readonly managedPolicies: readonly { readonly name: string; readonly arn: string }[];
  /** Those that assume roles their users make, the most used first. */
  readonly servicePrincipals: readonly TrustedService[];
  readonly oidcProviders: readonly TrustedProvider[];
  /** Roles that services make for themselves, by service. */
  readonly serviceLinkedRoles: readonly LinkedService[];
}
export interface TrustedService {
  /** Such as `ec2.amazonaws.com`. */
  readonly principal: string;
  readonly service: string;
  readonly use: string | null;
  /** What its trust policy must allow. */
  readonly actions: readonly string[];
  /** Condition keys an AWS page shows in a trust policy for it. */
  readonly confusedDeputyKeys: readonly string[];
  /** ARNs of AWS managed policies that such a role often has. */
  readonly managedPolicies: readonly string[];
}
export interface LinkedService {
  /** Such as `autoscaling.amazonaws.com`, what CreateServiceLinkedRole takes. */
  readonly principal: string;
  readonly service: string;
  readonly roleName: string | null;
}
export interface TrustedProvider {
  readonly name: string;
  /** Without `https://`; words in capitals are to be filled in where `isTemplate`. */
  readonly issuer: string;
  readonly isTemplate: boolean;
  readonly audience: string | null;
  /** The claim that says who of all its users is meant, mostly `sub`. */
  readonly subjectClaim: string | null;
  readonly subjectFormat: string | null;
  readonly subjectExamples: readonly string[];
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

/**
 * Policies of an account open under this scheme, with a path as `client/src/roles/live/address.ts` tells; under the
 * second one where nobody but AWS changes them.
 */
export const livePolicyScheme = 'aws-iam';
export const readOnlyLivePolicyScheme = 'aws-iam-readonly';

/** The settings file, in any folder of the workspace. */
export const settingsFileName = 'iam-roles.config.json';
