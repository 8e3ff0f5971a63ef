import type { ContextEntry, Role, SimulatedDecision } from '../awsApi.ts';
import { code, table, text } from '../markdown.ts';

/** Whether whoever asked may assume the role, by its trust policy. */
export interface TrustJudgement {
  readonly caller: string;
  readonly outcome: 'allowed' | 'denied' | 'refused' | 'unknown';
  readonly reasons: readonly string[];
  /** The caller's own policies have to allow it as well. */
  readonly needsOwnPermission: boolean;
}

export interface Simulation {
  readonly role: Role;
  readonly action: string;
  readonly context: readonly ContextEntry[];
  readonly decisions: readonly SimulatedDecision[];
  /** Undefined while the language server is off. */
  readonly trust: TrustJudgement | undefined;
}

/** What IAM's policy simulator says of a role and an action, in Markdown. */
export function simulationReport(
  { role, action, context, decisions, trust }: Simulation,
  where: string,
  now: Date,
): string {
  const boundary = role.permissionsBoundary;
  return [
    `# May ${text(role.name)} do ${text(action)}?`,
    verdict(decisions),
    table(
      ['Resource', 'Decision', 'Permissions boundary', 'Organization', 'Decided by', 'Keys without a value'],
      decisions.map((one) => [
        code(one.resource),
        decisionTexts[one.decision],
        boundary === undefined ? 'none' : allowedText(one.allowedByBoundary),
        allowedText(one.allowedByOrganizations),
        one.matchedPolicies.map(code).join(', ') || 'no statement',
        one.missingContextKeys.map(code).join(', '),
      ]),
    ),
    ...(context.length === 0
      ? []
      : [
          `Asked with ${context.map(({ key, values }) => code(`${key} = ${values.join(', ')}`)).join(', ')}.`,
        ]),
    `## Who assumes it\n\n${trustText(trust)}`,
    `## Permissions boundary\n\n${boundary === undefined ? 'None.' : `${code(boundary)}. Both it and the role’s policies have to allow the action.`}`,
    `## What the simulator does not know\n\n${gaps}`,
    `Asked of AWS ${now.toISOString().slice(0, 16).replace('T', ' ')} UTC, for account ${text(where)}.`,
  ].join('\n\n');
}

function verdict(decisions: readonly SimulatedDecision[]): string {
  const allowed = decisions.filter(({ decision }) => decision === 'allowed').length;
  const open = decisions.some(({ missingContextKeys }) => missingContextKeys.length > 0)
    ? ' It depends on condition keys that were given no value.'
    : '';
  if (allowed === decisions.length && allowed > 0) return `**Yes**, by its policies.${open}`;
  return allowed === 0
    ? `**No**.${open}`
    : `**On ${allowed} of ${decisions.length} resources**, by its policies.${open}`;
}

const decisionTexts: Readonly<Record<SimulatedDecision['decision'], string>> = {
  allowed: 'allowed',
  explicitDeny: 'denied by a statement',
  implicitDeny: 'not allowed by any statement',
};

function allowedText(allowed: boolean | undefined): string {
  if (allowed === undefined) return 'not told';
  return allowed ? 'allows it' : 'does not allow it';
}

function trustText(trust: TrustJudgement | undefined): string {
  if (trust === undefined) return 'The language server is off: restart it to have the trust policy judged.';
  const { caller, outcome, reasons, needsOwnPermission } = trust;
  const own = needsOwnPermission ? ' Its own policies have to allow sts:AssumeRole as well.' : '';
  const first: Readonly<Record<TrustJudgement['outcome'], string>> = {
    allowed: `The trust policy lets ${code(caller)}, which is who asks, assume the role.${own}`,
    denied: `The trust policy denies the role to ${code(caller)}, which is who asks.`,
    refused: `The trust policy does not let ${code(caller)}, which is who asks, assume the role.`,
    unknown: `Whether the trust policy lets ${code(caller)}, which is who asks, assume the role depends on what is not known here.`,
  };
  return [first[outcome], ...reasons.map((reason) => `- ${text(reason)}`)].join('\n');
}

/** Source: IAM User Guide, IAM policy testing with the IAM policy simulator. */
const gaps = [
  '- Resource-based policies, such as a bucket’s: they can allow what the role’s policies do not, and deny what these allow.',
  '- Session policies, which leave a session less than the role has.',
  '- Conditions of service control policies, and resource control policies: the organization may allow or deny otherwise.',
  '- Policies of VPC endpoints, and what a service checks by itself, such as iam:PassRole beside an action.',
  '- Whether a resource is there, and the values that a real request has for condition keys.',
].join('\n');
