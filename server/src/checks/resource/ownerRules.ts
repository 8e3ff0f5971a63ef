import type { ResourceOwner } from '../../policy/policyType.ts';

/** What the policy of a resource may speak of. */
export interface OwnerRule {
  /** In a sentence. */
  readonly title: string;
  /** The prefix of the actions and the service in the ARNs. */
  readonly service: string;
  /** As the service authorization reference names them. */
  readonly resourceTypes: readonly string[];
  /** Actions are those that the reference lists for one of the resource types, not all of the service. */
  readonly actionsByResourceType: boolean;
}

/**
 * Source: Amazon S3 User Guide, Bucket policies, Access points, Multi-Region Access Points and Object Lambda access
 * points; Amazon DynamoDB Developer Guide, Resource-based policies. The reference lists the actions of buckets and
 * tables by resource type, those of access points in part only.
 */
export const ownerRules: Readonly<Record<ResourceOwner, OwnerRule>> = {
  'AWS::S3::Bucket': {
    title: 'an S3 bucket',
    service: 's3',
    resourceTypes: ['bucket', 'object'],
    actionsByResourceType: true,
  },
  'AWS::S3::AccessPoint': {
    title: 'an S3 access point',
    service: 's3',
    resourceTypes: ['accesspoint', 'accesspointobject'],
    actionsByResourceType: false,
  },
  'AWS::S3::MultiRegionAccessPoint': {
    title: 'an S3 Multi-Region Access Point',
    service: 's3',
    resourceTypes: ['multiregionaccesspoint'],
    actionsByResourceType: false,
  },
  'AWS::S3ObjectLambda::AccessPoint': {
    title: 'an S3 Object Lambda access point',
    service: 's3-object-lambda',
    resourceTypes: ['objectlambdaaccesspoint'],
    actionsByResourceType: false,
  },
  'AWS::DynamoDB::Table': {
    title: 'a DynamoDB table',
    service: 'dynamodb',
    resourceTypes: ['table', 'index'],
    actionsByResourceType: true,
  },
};
