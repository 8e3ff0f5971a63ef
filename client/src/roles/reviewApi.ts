import type { Severity } from './review/severity.ts';

/** What service last accessed details say of one service that a principal may use. */
export interface ServiceUse {
  /** For people. */
  readonly name: string;
  /** The prefix of its actions. */
  readonly namespace: string;
  /** Undefined: not in the time that AWS keeps. */
  readonly lastUsed: Date | undefined;
  readonly region: string | undefined;
  /** Those that AWS tells apart, without the prefix; none for most services. */
  readonly actions: readonly { readonly name: string; readonly lastUsed: Date | undefined }[];
}

export type LastAccessedReport =
  | { readonly status: 'IN_PROGRESS' }
  | { readonly status: 'FAILED'; readonly reason: string }
  | { readonly status: 'COMPLETED'; readonly services: readonly ServiceUse[] };

/** A step into a policy's JSON, as Access Analyzer gives it; `substring` is a part of the string it has come to. */
export type PolicyPathElement =
  | { readonly key: string }
  | { readonly value: string }
  | { readonly index: number }
  | { readonly substring: { readonly start: number; readonly length: number } };

export interface AnalyzerFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly url: string;
  readonly paths: readonly (readonly PolicyPathElement[])[];
}

/** What Access Analyzer takes a policy for. */
export type AnalyzerPolicyType =
  | 'IDENTITY_POLICY'
  | 'RESOURCE_POLICY'
  | 'SERVICE_CONTROL_POLICY'
  | 'RESOURCE_CONTROL_POLICY';

/** What a check of Access Analyzer says; `statement` is an index from 0. */
export interface AccessCheck {
  readonly passed: boolean;
  readonly message: string;
  readonly reasons: readonly { readonly description: string; readonly statement: number | undefined }[];
}

/** What CheckAccessNotGranted looks for. */
export interface LookedForAccess {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

export interface TrailEvent {
  readonly id: string;
  readonly time: Date;
  /** JSON of CloudTrail's own record. */
  readonly record: string;
}

/** Events in order of time, the newest first. */
export interface TrailEvents {
  readonly events: readonly TrailEvent[];
  /** There are more than were asked for. */
  readonly more: boolean;
}

/** What reviews ask of AWS: a part of `AwsApi`. */
export interface ReviewApi {
  /** Begins a report on what a principal used; the id of the job. */
  generateServiceLastAccessedDetails(arn: string): Promise<string>;
  getServiceLastAccessedDetails(jobId: string): Promise<LastAccessedReport>;
  validatePolicy(
    document: string,
    type: AnalyzerPolicyType,
    resourceType: string | undefined,
  ): Promise<readonly AnalyzerFinding[]>;
  checkNoNewAccess(newDocument: string, existing: string, type: AnalyzerPolicyType): Promise<AccessCheck>;
  checkAccessNotGranted(
    document: string,
    access: LookedForAccess,
    type: AnalyzerPolicyType,
  ): Promise<AccessCheck>;
  /** `resourceType` as CloudFormation names it. */
  checkNoPublicAccess(document: string, resourceType: string): Promise<AccessCheck>;
  /** Of the last 90 days and the connection's Region. */
  lookupEvents(
    attribute: { readonly key: 'ResourceName' | 'Username'; readonly value: string },
    atMost: number,
  ): Promise<TrailEvents>;
}
