import type { Place } from '../syntax/findPolicies.ts';
import { literalOf, type Node, type ObjectNode } from '../syntax/node.ts';
import type { PolicyKind } from './policyType.ts';

const trust: PolicyKind = { type: 'trust' };
const identity: PolicyKind = { type: 'identity' };
const resource: PolicyKind = { type: 'resource' };

/** Keys under which one type of policy stands, in the answers of the AWS CLI and in templates. */
const byProperty: ReadonlyMap<string, PolicyKind> = new Map(
  Object.entries<PolicyKind>({
    AssumeRolePolicyDocument: trust,
    TrustPolicy: trust,
    KeyPolicy: resource,
    RepositoryPolicyText: resource,
    ResourcePolicy: resource,
    SessionPolicy: { type: 'session' },
    InlinePolicy: identity,
  }),
);

/** CloudFormation resource types whose policies are of one type. */
const byResourceType: ReadonlyMap<string, PolicyKind> = new Map(
  Object.entries<PolicyKind>({
    'AWS::IAM::Role': identity,
    'AWS::IAM::User': identity,
    'AWS::IAM::Group': identity,
    'AWS::IAM::Policy': identity,
    'AWS::IAM::ManagedPolicy': identity,
    'AWS::IAM::RolePolicy': identity,
    'AWS::IAM::UserPolicy': identity,
    'AWS::IAM::GroupPolicy': identity,
    'AWS::SSO::PermissionSet': identity,
    'AWS::Serverless::Function': identity,
    'AWS::Serverless::StateMachine': identity,
    'AWS::S3::BucketPolicy': { type: 'resource', owner: 'AWS::S3::Bucket' },
    'AWS::S3::AccessPoint': { type: 'resource', owner: 'AWS::S3::AccessPoint' },
    'AWS::S3::MultiRegionAccessPointPolicy': { type: 'resource', owner: 'AWS::S3::MultiRegionAccessPoint' },
    'AWS::S3ObjectLambda::AccessPointPolicy': { type: 'resource', owner: 'AWS::S3ObjectLambda::AccessPoint' },
    'AWS::DynamoDB::Table': { type: 'resource', owner: 'AWS::DynamoDB::Table' },
    'AWS::DynamoDB::GlobalTable': { type: 'resource', owner: 'AWS::DynamoDB::Table' },
    'AWS::SQS::QueuePolicy': resource,
    'AWS::SNS::TopicPolicy': resource,
    'AWS::KMS::Key': resource,
    'AWS::ECR::Repository': resource,
    'AWS::SecretsManager::ResourcePolicy': resource,
    'AWS::EC2::VPCEndpoint': resource,
    'AWS::Logs::ResourcePolicy': resource,
    'AWS::Events::EventBusPolicy': resource,
    'AWS::Backup::BackupVault': resource,
    'AWS::OpenSearchService::Domain': resource,
  }),
);

/** Properties of a table whose policies are on its stream. */
const streamProperties = ['StreamSpecification', 'ReplicaStreamSpecification'];

/** The `Type` of an organization's policy, in CloudFormation and in the AWS CLI's answers. */
const byOrganizationType: ReadonlyMap<string, PolicyKind> = new Map(
  Object.entries<PolicyKind>({
    SERVICE_CONTROL_POLICY: { type: 'scp' },
    RESOURCE_CONTROL_POLICY: { type: 'rcp' },
  }),
);

/** Keys that stand beside a policy in the AWS CLI's answers about identity-based policies. */
const identityCompanions = [
  'PolicyName',
  'RoleName',
  'UserName',
  'GroupName',
  'VersionId',
  'IsDefaultVersion',
];

/** The type that a policy's place in a document tells; undefined where the place says nothing. */
export function kindOfPlace(place: Place): PolicyKind | undefined {
  if (place.kind === 'whole document') return undefined;
  const { name, around } = place;
  const named = byProperty.get(name);
  if (named !== undefined) return named;
  for (const object of around) {
    const type = textOf(object, 'Type') ?? textOf(memberValue(object, 'PolicySummary'), 'Type');
    const kind = byOrganizationType.get(type ?? '') ?? byResourceType.get(type ?? '');
    if (kind !== undefined) return isOnStream(around) ? { type: kind.type } : kind;
  }
  const [holder] = around;
  // The parameters of sts:AssumeRole and its kin.
  if (name === 'Policy' && holder !== undefined && memberValue(holder, 'RoleSessionName'))
    return { type: 'session' };
  const isDocument = name === 'PolicyDocument' || name === 'Document';
  return isDocument && holder !== undefined && identityCompanions.some((key) => memberValue(holder, key))
    ? identity
    : undefined;
}

function isOnStream(around: readonly ObjectNode[]): boolean {
  return around.some((object) =>
    streamProperties.some((name) => {
      const stream = memberValue(object, name);
      return stream?.kind === 'object' && around.includes(stream);
    }),
  );
}

function memberValue(object: ObjectNode, name: string): Node | undefined {
  return object.members.find(({ key }) => literalOf(key) === name)?.value;
}

function textOf(node: Node | undefined, name: string): string | undefined {
  return node?.kind === 'object' ? literalOf(memberValue(node, name)) : undefined;
}
