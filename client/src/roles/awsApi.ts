/**
 * What role plans and commands ask of AWS: the port between this room and the AWS SDK. A method is one API operation
 * and has its name; lists come whole, page by page below. Reading methods give undefined where AWS says NoSuchEntity;
 * everything else that goes wrong is thrown as an `AwsError`.
 */

import type { ReviewApi } from './reviewApi.ts';

/** Keys and values as AWS has them, in its order. */
export type Tags = Readonly<Record<string, string>>;

export interface Caller {
  /** 12 digits. */
  readonly account: string;
  readonly arn: string;
  readonly userId: string;
  /** Of the ARN: `aws`, `aws-cn`, … */
  readonly partition: string;
}

export interface Role {
  readonly name: string;
  readonly path: string;
  readonly arn: string;
  /** `AROA…` */
  readonly id: string;
  readonly created: Date;
  /** JSON, decoded. */
  readonly trustPolicy: string;
  readonly description: string;
  /** Seconds. */
  readonly maxSessionDuration: number;
  readonly permissionsBoundary: string | undefined;
  /** Empty in lists: AWS gives them with a single role only. */
  readonly tags: Tags;
  readonly lastUsed: { readonly date: Date; readonly region: string | undefined } | undefined;
}

/** A role with its inline policies, tags and last use, as GetAccountAuthorizationDetails has it: without description. */
export interface RoleDetails {
  readonly role: Role;
  readonly inlinePolicies: readonly InlinePolicy[];
}

export interface InlinePolicy {
  readonly name: string;
  /** JSON, decoded. */
  readonly document: string;
}

/** A part of a list. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Begins the next page; undefined with the last. */
  readonly next: string | undefined;
}

export interface PolicySummary {
  readonly name: string;
  readonly path: string;
  readonly arn: string;
  readonly defaultVersionId: string;
  readonly attachmentCount: number;
  readonly description: string;
  readonly updated: Date;
}

export interface PolicyVersion {
  /** `v1`, `v2`, … */
  readonly id: string;
  readonly isDefault: boolean;
  readonly created: Date;
}

export interface AttachedPolicy {
  readonly name: string;
  readonly arn: string;
}

export interface InstanceProfile {
  readonly name: string;
  readonly path: string;
  readonly arn: string;
  /** `AIPA…` */
  readonly id: string;
  readonly created: Date;
  /** One at most. */
  readonly roleName: string | undefined;
  readonly tags: Tags;
}

export interface Instance {
  readonly id: string;
  /** Of its `Name` tag. */
  readonly name: string | undefined;
  readonly state: string;
  readonly instanceProfileArn: string | undefined;
}

export interface InstanceProfileAssociation {
  /** `iip-assoc-…` */
  readonly id: string;
  readonly instanceId: string;
  readonly instanceProfileArn: string;
  readonly state: string;
}

/** Of a session. In memory only: never logged, stored or shown. */
export interface SessionCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string | undefined;
  /** Undefined for long-term keys. */
  readonly expiration: Date | undefined;
}

export interface AssumeRoleRequest {
  readonly roleArn: string;
  readonly sessionName: string;
  /** Seconds, 900 to the role's limit; undefined: AWS's default of one hour. */
  readonly duration?: number;
  readonly externalId?: string;
  readonly mfa?: { readonly serialNumber: string; readonly code: string };
  readonly sourceIdentity?: string;
  readonly tags?: Tags;
  readonly transitiveTagKeys?: readonly string[];
  /** JSON of a session policy. */
  readonly policy?: string;
}

export interface AssumedRole {
  readonly credentials: SessionCredentials;
  /** `arn:PARTITION:sts::ACCOUNT:assumed-role/ROLE/SESSION` */
  readonly arn: string;
}

/** What a simulated request has, by a condition key. */
export interface ContextEntry {
  readonly key: string;
  readonly type: 'string' | 'stringList' | 'numeric' | 'boolean' | 'ip' | 'date';
  readonly values: readonly string[];
}

/** One decision of SimulatePrincipalPolicy. */
export interface SimulatedDecision {
  readonly action: string;
  readonly resource: string;
  readonly decision: 'allowed' | 'explicitDeny' | 'implicitDeny';
  readonly missingContextKeys: readonly string[];
  readonly allowedByBoundary: boolean | undefined;
  readonly allowedByOrganizations: boolean | undefined;
  /** Ids of the policies whose statements decided. */
  readonly matchedPolicies: readonly string[];
}

export interface NewRole {
  readonly name: string;
  readonly path: string;
  readonly trustPolicy: string;
  readonly description: string;
  readonly maxSessionDuration: number;
  readonly permissionsBoundary: string | undefined;
  readonly tags: Tags;
}

export interface AwsApi extends ReviewApi {
  // AWS Security Token Service
  getCallerIdentity(): Promise<Caller>;
  assumeRole(request: AssumeRoleRequest): Promise<AssumedRole>;
  /** JSON. */
  decodeAuthorizationMessage(encodedMessage: string): Promise<string>;

  // Roles
  getRole(roleName: string): Promise<Role | undefined>;
  listRoles(pathPrefix?: string): Promise<readonly Role[]>;
  /** At most 100 of what `listRoles` gives whole. */
  listRolesPage(marker?: string): Promise<Page<Role>>;
  /** Of roles, at most 100. */
  getAccountAuthorizationDetails(marker?: string): Promise<Page<RoleDetails>>;
  createRole(role: NewRole): Promise<Role>;
  updateRole(roleName: string, change: { description: string; maxSessionDuration: number }): Promise<void>;
  updateAssumeRolePolicy(roleName: string, trustPolicy: string): Promise<void>;
  putRolePermissionsBoundary(roleName: string, policyArn: string): Promise<void>;
  deleteRolePermissionsBoundary(roleName: string): Promise<void>;
  tagRole(roleName: string, tags: Tags): Promise<void>;
  untagRole(roleName: string, tagKeys: readonly string[]): Promise<void>;
  deleteRole(roleName: string): Promise<void>;
  createServiceLinkedRole(service: string, description: string, suffix: string | undefined): Promise<Role>;
  /** The id of the deletion task. */
  deleteServiceLinkedRole(roleName: string): Promise<string>;
  getServiceLinkedRoleDeletionStatus(
    taskId: string,
  ): Promise<{ readonly status: string; readonly reason: string | undefined }>;

  // Inline policies of roles
  listRolePolicies(roleName: string): Promise<readonly string[]>;
  getRolePolicy(roleName: string, policyName: string): Promise<string | undefined>;
  putRolePolicy(roleName: string, policyName: string, document: string): Promise<void>;
  deleteRolePolicy(roleName: string, policyName: string): Promise<void>;

  // Managed policies
  listAttachedRolePolicies(roleName: string): Promise<readonly AttachedPolicy[]>;
  attachRolePolicy(roleName: string, policyArn: string): Promise<void>;
  detachRolePolicy(roleName: string, policyArn: string): Promise<void>;
  /** Customer managed ones. */
  listPolicies(): Promise<readonly PolicySummary[]>;
  getPolicy(policyArn: string): Promise<PolicySummary | undefined>;
  createPolicy(policy: {
    readonly name: string;
    readonly path: string;
    readonly description: string;
    readonly document: string;
    readonly tags: Tags;
  }): Promise<PolicySummary>;
  deletePolicy(policyArn: string): Promise<void>;
  listPolicyVersions(policyArn: string): Promise<readonly PolicyVersion[]>;
  getPolicyVersion(policyArn: string, versionId: string): Promise<string | undefined>;
  /** The new version's id. It becomes the default, unless `setAsDefault` is false. */
  createPolicyVersion(policyArn: string, document: string, setAsDefault?: boolean): Promise<string>;
  setDefaultPolicyVersion(policyArn: string, versionId: string): Promise<void>;
  deletePolicyVersion(policyArn: string, versionId: string): Promise<void>;
  /** Names of the roles that have it attached, or as their boundary. */
  listEntitiesForPolicy(policyArn: string): Promise<readonly string[]>;

  // Instance profiles
  getInstanceProfile(name: string): Promise<InstanceProfile | undefined>;
  listInstanceProfiles(): Promise<readonly InstanceProfile[]>;
  listInstanceProfilesForRole(roleName: string): Promise<readonly InstanceProfile[]>;
  createInstanceProfile(name: string, path: string, tags: Tags): Promise<InstanceProfile>;
  deleteInstanceProfile(name: string): Promise<void>;
  addRoleToInstanceProfile(instanceProfileName: string, roleName: string): Promise<void>;
  removeRoleFromInstanceProfile(instanceProfileName: string, roleName: string): Promise<void>;

  // Identity providers, by their ARNs
  listSamlProviders(): Promise<readonly string[]>;
  listOpenIdConnectProviders(): Promise<readonly string[]>;

  // Amazon EC2, in the connection's Region
  describeInstances(): Promise<readonly Instance[]>;
  /** Of one instance, or all. */
  describeIamInstanceProfileAssociations(instanceId?: string): Promise<readonly InstanceProfileAssociation[]>;
  associateIamInstanceProfile(instanceId: string, instanceProfileName: string): Promise<string>;
  replaceIamInstanceProfileAssociation(associationId: string, instanceProfileName: string): Promise<string>;
  disassociateIamInstanceProfile(associationId: string): Promise<void>;

  // Quotas, and what a principal may do
  /** Numbers by AWS's names, such as `AttachedPoliciesPerRoleQuota`. */
  getAccountSummary(): Promise<Readonly<Record<string, number>>>;
  getUser(userName: string): Promise<{ readonly arn: string; readonly created: Date } | undefined>;
  /** `serialNumber` of each MFA device of the calling user. */
  listMfaDevices(): Promise<readonly string[]>;
  simulatePrincipalPolicy(
    principalArn: string,
    actions: readonly string[],
    resources: readonly string[],
    context?: readonly ContextEntry[],
  ): Promise<readonly SimulatedDecision[]>;
}
