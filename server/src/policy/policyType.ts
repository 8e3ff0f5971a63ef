/** The kinds of policy document that follow rules of their own. Names as the command line takes them. */
export const policyTypes = ['trust', 'identity', 'resource', 'scp', 'rcp', 'boundary', 'session'] as const;
export type PolicyType = (typeof policyTypes)[number];

/** Owners of resource policies that AWS checks by rules of their own (`validatePolicyResourceType`). */
export const resourceOwners = [
  'AWS::S3::Bucket',
  'AWS::S3::AccessPoint',
  'AWS::S3::MultiRegionAccessPoint',
  'AWS::S3ObjectLambda::AccessPoint',
  'AWS::DynamoDB::Table',
] as const;
export type ResourceOwner = (typeof resourceOwners)[number];

/** What a policy is: its type and, for a resource policy, whose it is when that is known. */
export interface PolicyKind {
  readonly type: PolicyType;
  readonly owner?: ResourceOwner;
}

/** What a person reads, for example in the status bar. */
export const policyTypeTitles: Readonly<Record<PolicyType, string>> = {
  trust: 'Trust policy',
  identity: 'Identity-based policy',
  resource: 'Resource-based policy',
  scp: 'Service control policy',
  rcp: 'Resource control policy',
  boundary: 'Permissions boundary',
  session: 'Session policy',
};
