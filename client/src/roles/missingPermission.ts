import type { Denial } from './awsError.ts';

/** A statement to add to an identity-based policy. */
export interface AllowStatement {
  readonly Effect: 'Allow';
  readonly Action: string;
  readonly Resource: string;
  readonly Condition?: { readonly StringEquals: Readonly<Record<string, string>> };
}

/** What would end a denial: a statement to allow it, or why none would help and what does. */
export type Remedy = { readonly statement: AllowStatement } | { readonly explanation: string };

/**
 * The least that allows what was denied. For iam:PassRole `passedTo` is the service the role is for, such as
 * `ec2.amazonaws.com`. A statement that denies, and policies that only limit, are not outdone by an Allow.
 */
export function missingPermissionStatement(denial: Denial, passedTo = 'ec2.amazonaws.com'): Remedy {
  const { action, policyType, explicit } = denial;
  const explanation = explicit ? explicitDeny(denial) : policyType && limits[policyType]?.(denial);
  if (explanation !== undefined) return { explanation };
  const statement = { Effect: 'Allow', Action: action, Resource: resourceOf(denial) } as const;
  if (action !== 'iam:PassRole') return { statement };
  return { statement: { ...statement, Condition: { StringEquals: { 'iam:PassedToService': passedTo } } } };
}

function explicitDeny({ action, policyType, policyArn }: Denial): string {
  const policy = policyType === undefined ? 'A policy' : withArticle(policyType);
  const which = policyArn === undefined ? policy : `${policy} (${policyArn})`;
  const whose =
    policyType && organizational.has(policyType) ? ' by an administrator of the organization' : '';
  return `${which} has a Deny statement for ${action}, and no Allow outdoes it: have that statement changed${whose}.`;
}

const organizational: ReadonlySet<string> = new Set(['service control', 'resource control']);

/** Policies in which an Allow must stand too, but which identity-based policies cannot make up for. */
const limits: Readonly<Partial<Record<NonNullable<Denial['policyType']>, (denial: Denial) => string>>> = {
  'service control': ({ action }) =>
    `No service control policy of the organization allows ${action}: ask an administrator of the organization to allow it for this account.`,
  'resource control': ({ action }) =>
    `No resource control policy of the organization allows ${action}: ask an administrator of the organization to allow it.`,
  'permissions boundary': ({ action, principal }) =>
    `The permissions boundary of ${principal} does not allow ${action}: allow it in the policy that is the boundary, or have another boundary set.`,
  session: ({ action }) =>
    `The policy of this session does not allow ${action}: begin a session with a session policy that does, or with another permission set.`,
  'VPC endpoint': ({ action }) =>
    `The policy of the VPC endpoint does not allow ${action}: allow it there, or reach AWS by another way.`,
  'role trust': ({ principal }) =>
    `The trust policy of the role does not let ${principal} assume it: add it as a principal there, with the conditions that it meets.`,
  'resource-based': ({ action, principal }) =>
    `The resource's own policy does not allow ${action} to ${principal}: add a statement there that does.`,
};

function withArticle(type: NonNullable<Denial['policyType']>): string {
  const article = type === 'identity-based' ? 'An' : 'A';
  return type === 'permissions boundary' ? `${article} ${type}` : `${article} ${type} policy`;
}

const allOfKind = /^arn:[\w-]+:iam::\d*:[a-z-]+\/$/;

/**
 * IAM may name a resource `role orders-reader` where others give its ARN. For operations on no single resource, such as
 * iam:ListRoles, it names one without a name, such as `arn:aws:iam::123456789012:role/`: an Allow for that is one for `*`.
 */
function resourceOf({ principal, resource }: Denial): string {
  if (resource === undefined || allOfKind.test(resource)) return '*';
  const [, kind, name] = /^(role|user|group|policy|instance profile) (\S+)$/.exec(resource) ?? [];
  if (kind === undefined || name === undefined) return resource;
  const [, partition, , , account] = principal.split(':');
  return name.startsWith('arn:')
    ? name
    : `arn:${partition}:iam::${account}:${kind.replace(' ', '-')}/${name}`;
}
