import type { InstanceProfile } from '../awsApi.ts';
import type { LiveRole } from '../liveRole.ts';
import { isServiceLinked } from '../steps/onRole.ts';

/** A policy of the role as the language server judges it. */
export interface JudgedPolicy {
  /** Such as `trust policy` or `inline policy read-orders`. */
  readonly name: string;
  readonly findings: readonly {
    readonly code: string;
    readonly severity: string;
    readonly message: string;
  }[];
}

export interface VerifiedRole {
  readonly live: LiveRole;
  /** In plain words, a sentence for each statement. */
  readonly trust: readonly string[];
  /** Service principals that may assume it. */
  readonly services: readonly string[];
  readonly policies: readonly JudgedPolicy[];
  /** ARNs of policies that the role names and AWS does not have. */
  readonly missingPolicies: readonly string[];
  /** Of the role's name, where the role is in none. */
  readonly sameNamedProfile: InstanceProfile | undefined;
  /** What assuming it came to. */
  readonly assuming: AssumingTest;
}

export type AssumingTest =
  | { readonly kind: 'assumed'; readonly as: string; readonly externalId: boolean }
  | { readonly kind: 'refused'; readonly reasons: readonly string[] }
  | { readonly kind: 'not tried'; readonly reason: string };

type Rule = (role: VerifiedRole) => readonly string[];

/**
 * Everything about a role that is not as one would expect, a sentence each. Nothing of a service-linked role: only its AWS
 * service makes and changes it.
 */
export function discrepancies(role: VerifiedRole): readonly string[] {
  return isServiceLinked(role.live.role) ? [] : rules.flatMap((rule) => rule(role));
}

/** In a role that exists, AWS has put the unique id in place of somebody who is gone. */
const deletedPrincipal = /^INVALID_(ROLE|USER)_REFERENCE$/;
const ec2 = /^ec2\.amazonaws\.com(\.cn)?$/;

const rules: readonly Rule[] = [
  ({ live, services, sameNamedProfile }) =>
    services.some((one) => ec2.test(one)) && live.instanceProfiles.length === 0
      ? [inNoProfile(sameNamedProfile)]
      : [],
  ({ live, services }) =>
    live.instanceProfiles.length > 0 && !services.some((one) => ec2.test(one))
      ? [
          `The role is in the instance profile ${live.instanceProfiles.map(({ name }) => name).join(', ')}, but its trust policy does not allow ec2.amazonaws.com: instances get no credentials.`,
        ]
      : [],
  ({ live }) =>
    live.attachedPolicies.length + live.inlinePolicies.length === 0
      ? [
          'No policy is attached and none is inline: the role may do nothing that no resource-based policy allows it.',
        ]
      : [],
  ({ missingPolicies }) =>
    missingPolicies.map((arn) => `The policy ${arn} is named by the role, but AWS has none of that name.`),
  ({ policies }) =>
    policies.flatMap(({ name, findings }) =>
      findings
        .filter(
          ({ code, severity }) =>
            severity === 'ERROR' || severity === 'SECURITY_WARNING' || deletedPrincipal.test(code),
        )
        .map(({ code, message }) => `The ${name}: ${message} (${code})`),
    ),
  ({ assuming }) => (assuming.kind === 'refused' ? assuming.reasons : []),
];

function inNoProfile(sameNamed: InstanceProfile | undefined): string {
  const none = 'Amazon EC2 may assume the role, but it is in no instance profile: instances cannot use it';
  if (sameNamed === undefined) return `${none} until it is in one.`;
  const content = sameNamed.roleName === undefined ? 'is empty' : `has the role ${sameNamed.roleName}`;
  return `${none}. The instance profile ${sameNamed.name}, of the same name, ${content}: put the role into it.`;
}
