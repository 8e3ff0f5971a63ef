import type { AccessDescription, LineRange, NamedPrincipal, Severity } from '../../../server/src/protocol.ts';

/** What the page of a role shows, as data: of a role in AWS, or of policies that are open in the editor. */
export interface RolePage {
  readonly name: string;
  /** Where it was read, such as `account 111122223333 (profile dev)`. */
  readonly origin: string;
  readonly readAt: Date;
  readonly facts: readonly Fact[];
  readonly trust: PagePolicy & { readonly principals: readonly NamedPrincipal[] };
  readonly policies: readonly PagePolicy[];
  readonly boundary: PagePolicy | undefined;
  /** Of `policies`, in whose order its positions are, within `boundary`. */
  readonly access: AccessDescription;
  readonly instanceProfiles: readonly PageInstanceProfile[];
  /** ARNs of roles of the account whose trust policies name this one. */
  readonly trustingRoles: readonly string[];
  /** Sentences on what could not be read. */
  readonly gaps: readonly string[];
}

/** The trust policy, those of permissions, the boundary. */
export function allPolicies({ trust, policies, boundary }: RolePage): readonly PagePolicy[] {
  return [trust, ...policies, ...(boundary === undefined ? [] : [boundary])];
}

export interface Fact {
  readonly label: string;
  readonly values: readonly string[];
}

export interface PagePolicy {
  readonly name: string;
  readonly kind: PolicyKind;
  /** Such as its ARN; empty for nothing. */
  readonly detail: string;
  /** In plain words, one for each statement. */
  readonly sentences: readonly string[];
  readonly findings: readonly PageFinding[];
  /** Where it stands, for one that is open in the editor. */
  readonly place: { readonly uri: string; readonly range: LineRange } | undefined;
}

export type PolicyKind =
  | 'trust policy'
  | 'inline policy'
  | 'customer managed policy'
  | 'AWS managed policy'
  | 'permission policy';

export interface PageFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
}

export interface PageInstanceProfile {
  readonly name: string;
  /** Ids of the EC2 instances that have it, in the connection's Region. */
  readonly instances: readonly string[];
}
