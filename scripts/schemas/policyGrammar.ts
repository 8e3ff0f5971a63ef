/**
 * Which elements each type of policy takes: the one source of the published schemas and of the shape schemas.
 * Facts from the IAM User Guide and the AWS Organizations User Guide, read in November 2026.
 */
import type { PolicyType } from '../../server/src/policy/policyType.ts';

export const pairs = [
  ['Principal', 'NotPrincipal'],
  ['Action', 'NotAction'],
  ['Resource', 'NotResource'],
] as const;
export type PairedElement = (typeof pairs)[number][number];

export const principalTypes = ['AWS', 'Service', 'Federated', 'CanonicalUser'] as const;
export type PrincipalType = (typeof principalTypes)[number];

export interface PolicyGrammar {
  readonly description: string;
  readonly page: string;
  /** Statement elements this type does not take. */
  readonly prohibited: readonly PairedElement[];
  /** Principal types that make sense here; `everyone`: only the string "*". */
  readonly principals: readonly PrincipalType[] | 'everyone';
  /** Organizations takes nothing but version 2012-10-17, and asks for it. */
  readonly currentVersionOnly: boolean;
  readonly takesId: boolean;
  /** IAM and Organizations take letters and digits only. */
  readonly plainSids: boolean;
  /** A pattern for one action, beside its general form. */
  readonly actionPattern: string;
  /** A statement to start from. */
  readonly example: Readonly<Record<string, unknown>>;
}

const anyAction = '^(\\*|[A-Za-z0-9*?-]+:[A-Za-z0-9*?_-]+)$';
const iam = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/';
const organizations = 'https://docs.aws.amazon.com/organizations/latest/userguide/';

const permissions = {
  prohibited: ['Principal', 'NotPrincipal'],
  principals: [],
  currentVersionOnly: false,
  takesId: false,
  plainSids: true,
  actionPattern: anyAction,
  example: {
    Effect: 'Allow',
    Action: ['s3:GetObject'],
    Resource: ['arn:aws:s3:::amzn-s3-demo-bucket/*'],
  },
} as const satisfies Partial<PolicyGrammar>;

export const policyGrammars: Readonly<Record<PolicyType, PolicyGrammar>> = {
  trust: {
    description: 'Who may assume a role, and when. It names principals and sts actions, and no resource.',
    page: `${iam}id_roles_update-role-trust-policy.html`,
    prohibited: ['NotPrincipal', 'Resource', 'NotResource'],
    principals: ['AWS', 'Service', 'Federated'],
    currentVersionOnly: false,
    takesId: true,
    plainSids: true,
    actionPattern: '^(\\*|[Ss][Tt][Ss]:[A-Za-z*?]+)$',
    example: { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' },
  },
  identity: {
    ...permissions,
    description: 'What a user, group or role may do: a managed or an inline policy.',
    page: `${iam}access_policies_identity-vs-resource.html`,
  },
  resource: {
    description:
      'Who may do what with a resource: a policy attached to a bucket, key, queue, topic, function and so on.',
    page: `${iam}access_policies_identity-vs-resource.html`,
    prohibited: [],
    principals: ['AWS', 'Service', 'CanonicalUser'],
    currentVersionOnly: false,
    takesId: true,
    plainSids: false,
    actionPattern: anyAction,
    example: {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/ExampleRole' },
      Action: ['s3:GetObject'],
      Resource: ['arn:aws:s3:::amzn-s3-demo-bucket/*'],
    },
  },
  scp: {
    ...permissions,
    description: 'The most that users and roles of member accounts may do. It grants nothing by itself.',
    page: `${organizations}orgs_manage_policies_scps_syntax.html`,
    currentVersionOnly: true,
    example: { Effect: 'Deny', Action: ['organizations:LeaveOrganization'], Resource: '*' },
  },
  rcp: {
    description:
      'The most that anyone may do with the resources of member accounts. It grants nothing by itself.',
    page: `${organizations}orgs_manage_policies_rcps_syntax.html`,
    prohibited: ['NotPrincipal', 'NotAction'],
    principals: 'everyone',
    currentVersionOnly: true,
    takesId: false,
    plainSids: true,
    actionPattern: '^(\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?_-]+)$',
    example: {
      Effect: 'Deny',
      Principal: '*',
      Action: ['s3:*'],
      Resource: '*',
      Condition: { BoolIfExists: { 'aws:SecureTransport': 'false' } },
    },
  },
  boundary: {
    ...permissions,
    description:
      'The most that a user or role may do, whatever its other policies allow. It grants nothing by itself.',
    page: `${iam}access_policies_boundaries.html`,
  },
  session: {
    ...permissions,
    description:
      'The most that one session of a role or federated user may do, passed when the session is made.',
    page: `${iam}access_policies.html#policies_session`,
  },
};

/** The pairs of which this type takes at least one element. */
export function openPairs(grammar: PolicyGrammar): readonly (readonly PairedElement[])[] {
  return pairs
    .map((pair) => pair.filter((name) => !grammar.prohibited.includes(name)))
    .filter((pair) => pair.length > 0);
}
