import { managedPolicySamples } from './managedPolicySamples.ts';

/** What the fake AWS has, as plain data to look at and to add to. Dates are ISO 8601. */
export interface FakeState {
  readonly callers: FakeCaller[];
  readonly users: FakeUser[];
  readonly roles: FakeRole[];
  /** Those of AWS are of the account `aws`, in every partition. */
  readonly policies: FakePolicy[];
  readonly instanceProfiles: FakeInstanceProfile[];
  readonly instances: FakeInstance[];
  readonly associations: FakeAssociation[];
  /** ARNs of OIDC and SAML providers. */
  readonly identityProviders: string[];
  /** Decisions of SimulatePrincipalPolicy by action, before its policies are asked. */
  readonly simulations: Record<string, FakeSimulation>;
  /** What service last accessed details are, by ARN of the principal or policy. */
  readonly lastAccessed: Record<string, readonly FakeServiceUse[]>;
  /** Why a service-linked role cannot be deleted, by its name. */
  readonly serviceLinkedRolesInUse: Record<string, string>;
  readonly analyzers: FakeAnalyzer[];
  /** What ValidatePolicy finds, by policy document. */
  readonly findings: Record<string, readonly FakeFinding[]>;
  /** What the checks of Access Analyzer say instead of looking, by operation. */
  readonly checkResults: Record<string, FakeCheckResult>;
  readonly events: FakeEvent[];
  /** Roles that an access token of IAM Identity Center opens, by token. */
  readonly ssoTokens: Record<string, readonly { readonly accountId: string; readonly roleName: string }[]>;
  /** Every sign-in token that the federation endpoint gave, with the session it is for. */
  readonly signins: { readonly token: string; readonly arn: string; readonly duration: number | undefined }[];
}

/** Somebody with an access key: seeded, or made by STS. */
export interface FakeCaller {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Undefined for long-term keys. */
  readonly sessionToken: string | undefined;
  readonly arn: string;
  /** `AIDA…`, or `AROA…:SESSION`. */
  readonly userId: string;
  readonly kind: 'user' | 'root' | 'role' | 'sessionToken' | 'federated';
  /** ARN of the role, of a session of one. */
  readonly roleArn: string | undefined;
  readonly expires: string | undefined;
  /** Whether the session was made with MFA; undefined where nobody could tell, as with long-term keys. */
  readonly mfa: boolean | undefined;
  readonly sourceIdentity: string | undefined;
  /** Principal tags. */
  readonly tags: Readonly<Record<string, string>>;
  readonly organization: string | undefined;
  /** Identity-based policies; undefined: may do everything. */
  policies: readonly string[] | undefined;
  /** Such as `arn:aws:iam::123456789012:mfa/alice`, to the code it takes, once. */
  readonly mfaDevices: Record<string, string>;
}

export interface FakeUser {
  readonly account: string;
  readonly name: string;
  readonly path: string;
  readonly arn: string;
  readonly id: string;
  readonly created: string;
  readonly mfaDevices: readonly string[];
}

export interface FakeRole {
  readonly account: string;
  readonly name: string;
  readonly path: string;
  readonly arn: string;
  readonly id: string;
  readonly created: string;
  trustPolicy: string;
  description: string;
  /** Seconds. */
  maxSessionDuration: number;
  boundary: string | undefined;
  tags: Record<string, string>;
  inlinePolicies: Record<string, string>;
  /** ARNs. */
  attachedPolicies: string[];
  lastUsed: { readonly date: string; readonly region: string } | undefined;
}

export interface FakePolicy {
  readonly account: string;
  readonly name: string;
  readonly path: string;
  readonly arn: string;
  readonly id: string;
  readonly description: string;
  readonly created: string;
  updated: string;
  versions: { readonly id: string; readonly document: string; readonly created: string }[];
  defaultVersionId: string;
  /** How many versions were made, those deleted counted. */
  madeVersions: number;
  tags: Record<string, string>;
}

export interface FakeInstanceProfile {
  readonly account: string;
  readonly name: string;
  readonly path: string;
  readonly arn: string;
  readonly id: string;
  readonly created: string;
  /** Names; one at most. */
  roles: string[];
  tags: Record<string, string>;
}

export interface FakeInstance {
  readonly account: string;
  readonly region: string;
  readonly id: string;
  state: string;
  tags: Record<string, string>;
}

export interface FakeAssociation {
  readonly account: string;
  readonly id: string;
  readonly instanceId: string;
  instanceProfileArn: string;
  instanceProfileId: string;
  state: string;
}

export interface FakeSimulation {
  readonly decision: 'allowed' | 'explicitDeny' | 'implicitDeny';
  readonly allowedByOrganizations?: boolean;
  readonly allowedByBoundary?: boolean;
  readonly missingContextKeys?: readonly string[];
}

export interface FakeServiceUse {
  readonly name: string;
  readonly namespace: string;
  readonly lastUsed?: string;
  readonly entityArn?: string;
  readonly region?: string;
  readonly actions?: readonly { readonly name: string; readonly lastUsed?: string }[];
}

export interface FakeAnalyzer {
  readonly arn: string;
  readonly name: string;
  readonly type: string;
  readonly createdAt: string;
  readonly status: string;
}

interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

export interface FakeFinding {
  readonly findingType: 'ERROR' | 'SECURITY_WARNING' | 'SUGGESTION' | 'WARNING';
  readonly issueCode: string;
  readonly findingDetails: string;
  readonly learnMoreLink: string;
  readonly locations: readonly {
    readonly path: readonly (
      | { readonly key: string }
      | { readonly index: number }
      | { readonly value: string }
      | { readonly substring: { readonly start: number; readonly length: number } }
    )[];
    /** Lines from 1, columns from 0. */
    readonly span: { readonly start: Position; readonly end: Position };
  }[];
}

export interface FakeCheckResult {
  readonly result: 'PASS' | 'FAIL';
  readonly message: string;
  readonly reasons?: readonly { readonly description: string; readonly statementIndex?: number }[];
}

export interface FakeEvent {
  readonly id: string;
  readonly name: string;
  /** Such as `sts.amazonaws.com`. */
  readonly source: string;
  readonly time: string;
  readonly user: string;
  readonly accessKeyId?: string;
  readonly readOnly?: boolean;
  readonly resources: readonly { readonly type: string; readonly name: string }[];
  /** The event's own JSON. */
  readonly event: string;
}

/** Nothing but a few AWS managed policies. */
export function emptyState(): FakeState {
  return {
    callers: [],
    users: [],
    roles: [],
    policies: [...managedPolicySamples()],
    instanceProfiles: [],
    instances: [],
    associations: [],
    identityProviders: [],
    simulations: {},
    lastAccessed: {},
    serviceLinkedRolesInUse: {},
    analyzers: [],
    findings: {},
    checkResults: {},
    events: [],
    ssoTokens: {},
    signins: [],
  };
}
