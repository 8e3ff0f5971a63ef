import { literalOf, type Node, type StringNode } from '../syntax/node.ts';
import { parseActionName } from './actionName.ts';
import type { PolicyDocument } from './model.ts';
import type { PolicyType, ResourceOwner } from './policyType.ts';
import { quotaBounds } from './quotas.ts';

/** The size of a policy against the quota of its type, in characters as AWS counts them for that type. */
export interface PolicySize {
  /** At least this many: what a template fills in later is not counted. */
  readonly characters: number;
  readonly quota: number;
  readonly counting: Counting;
}

/**
 * `characters but white space`: IAM counts no white space at all. `compact`: white space outside of strings is not
 * counted. `text`: every character counts, as the policy is stored the way it is sent.
 */
export type Counting = 'characters but white space' | 'compact' | 'text';

interface Quota {
  readonly quota: number;
  readonly counting: Counting;
}

/**
 * Sources: IAM User Guide, IAM and STS quotas (reference_iam-quotas.html), for identity policies the quota of a role's
 * inline policies, the largest there is, as IAM Access Analyzer takes it; AWS Organizations User Guide, Quotas
 * (orgs_reference_limits.html). Read in November 2026.
 */
const byType: Readonly<Record<Exclude<PolicyType, 'resource'>, Quota>> = {
  trust: { quota: quotaBounds.roleTrustPolicyLength.default, counting: 'characters but white space' },
  identity: { quota: 10_240, counting: 'characters but white space' },
  boundary: { quota: 6144, counting: 'characters but white space' },
  session: { quota: 2048, counting: 'compact' },
  scp: { quota: 10_240, counting: 'text' },
  rcp: { quota: 5120, counting: 'text' },
};

/** A managed policy holds less than the inline policies of a role, by which an identity-based policy is judged. */
export const managedPolicyQuota = 6144;

const twentyKilobytes: Quota = { quota: 20_480, counting: 'compact' };

/** Sources: the owners' own guides. Of them DynamoDB says that white space counts; the others do not say. */
const byOwner: Partial<Readonly<Record<ResourceOwner, Quota>>> = {
  'AWS::S3::Bucket': twentyKilobytes,
  'AWS::S3::AccessPoint': twentyKilobytes,
  'AWS::DynamoDB::Table': { quota: 20_480, counting: 'text' },
};

/** Of policies whose owner is known by nothing but the service of all their actions. */
const byService: ReadonlyMap<string, Quota> = new Map([
  ['s3', twentyKilobytes],
  ['dynamodb', twentyKilobytes],
  ['lambda', twentyKilobytes],
  ['secretsmanager', twentyKilobytes],
  ['kms', { quota: 32_768, counting: 'compact' }],
  ['sqs', { quota: 8192, counting: 'compact' }],
]);

/** The size of a policy and its quota; undefined where no quota is known. */
export function policySize(policy: PolicyDocument): PolicySize | undefined {
  const quota = quotaOf(policy);
  return quota && { ...quota, characters: countCharacters(policy, quota.counting) };
}

/** As IAM counts, for a policy of any type. */
export function charactersWithoutWhiteSpace({ node }: PolicyDocument): number {
  return sizeOf(node, true);
}

function countCharacters({ node, isWholeDocument }: PolicyDocument, counting: Counting): number {
  if (counting === 'text' && isWholeDocument) return node.end - node.start;
  return sizeOf(node, counting === 'characters but white space');
}

function quotaOf(policy: PolicyDocument): Quota | undefined {
  const { type, owner } = policy.kind;
  const raised = policy.quotas.roleTrustPolicyLength;
  if (type === 'trust' && raised !== undefined) return { ...byType.trust, quota: raised };
  if (type !== 'resource') return byType[type];
  if (owner !== undefined) return byOwner[owner];
  const service = serviceOf(policy);
  return service === undefined ? undefined : byService.get(service);
}

/** The one service of all a policy's actions. */
function serviceOf({ statements }: PolicyDocument): string | undefined {
  const prefixes = new Set<string | undefined>();
  for (const { action } of statements) {
    for (const entry of action?.entries ?? []) {
      prefixes.add(parseActionName(literalOf(entry) ?? '')?.prefix.toLowerCase());
    }
  }
  const [only] = prefixes;
  return prefixes.size === 1 ? only : undefined;
}

function sizeOf(node: Node | undefined, skipBlanks: boolean): number {
  switch (node?.kind) {
    case 'object': {
      let size = 2 + Math.max(0, node.members.length - 1);
      for (const { key, value } of node.members)
        size += sizeOfString(key, skipBlanks) + 1 + sizeOf(value, skipBlanks);
      return size;
    }
    case 'array': {
      let size = 2 + Math.max(0, node.items.length - 1);
      for (const item of node.items) size += sizeOf(item, skipBlanks);
      return size;
    }
    case 'string':
      return sizeOfString(node, skipBlanks);
    case 'number':
    case 'boolean':
      return String(node.value).length;
    case 'null':
      return 4;
    default:
      return 0;
  }
}

function sizeOfString({ parts, offsets }: StringNode, skipBlanks: boolean): number {
  let size = 2;
  for (const part of parts) {
    if (typeof part !== 'string') continue;
    const text = skipBlanks && /\s/.test(part) ? part.replace(/\s/g, '') : part;
    size += offsets === undefined ? text.length : JSON.stringify(text).length - 2;
  }
  return size;
}
