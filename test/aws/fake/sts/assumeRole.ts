import { arnParts } from '../arn.ts';
import { type DenialForm, denialMessage } from '../denial.ts';
import { checkPermissionDocument } from '../iam/permissionDocument.ts';
import { numberOf, type Parameters, structuresOf, textOf, textsOf } from '../wire/data.ts';
import { Fault, invalidValue } from '../wire/fault.ts';
import type { ApiRequest, Operation } from '../world.ts';
import { assumeContext } from './context.ts';
import { readMfa } from './mfa.ts';
import { openSession } from './sessions.ts';
import { type AssumeDecision, decideAssume } from './trust.ts';

export const assumeRole: Operation = (request, world) => {
  const { parameters, caller } = request;
  const roleArn = textOf(parameters, 'RoleArn') ?? '';
  const sessionName = readSessionName(parameters);
  if (!/^arn:[\w-]+:iam::\d{12}:role\/.+/.test(roleArn))
    throw new Fault('ValidationError', `${roleArn} is invalid`);
  const duration = readDuration(parameters);
  const packed = readSessionPolicy(parameters);
  if (caller.kind === 'root') throw new Fault('AccessDenied', 'Roles may not be assumed by root accounts.');
  const role = world.state.roles.find(({ arn }) => arn === roleArn);
  const mfa = readMfa(parameters, caller);
  const context = assumeContext(caller, parameters, mfa, world.now());
  for (const action of actionsOf(parameters)) {
    const decision = role === undefined ? 'trustLacks' : decideAssume(role, caller, action, context);
    if (decision !== 'allowed') throw refusal(request, roleArn, action, decision);
  }
  if (role === undefined || world.lag.pending('assumable', role.arn))
    throw refusal(request, roleArn, 'sts:AssumeRole', 'trustLacks');
  if (caller.sessionToken !== undefined && duration > 3600)
    throw new Fault(
      'ValidationError',
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
    );
  if (duration > role.maxSessionDuration)
    throw new Fault(
      'ValidationError',
      'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    );
  const sourceIdentity = caller.sourceIdentity ?? textOf(parameters, 'SourceIdentity');
  const tags = { ...role.tags, ...requestTags(parameters) };
  const arn = `arn:${request.partition}:sts::${role.account}:assumed-role/${role.name}/${sessionName}`;
  const userId = `${role.id}:${sessionName}`;
  // MFA is not handed on along a chain of roles.
  const withMfa = mfa === true && caller.kind !== 'role';
  const session = {
    arn,
    userId,
    kind: 'role',
    roleArn: role.arn,
    mfa: withMfa,
    sourceIdentity,
    tags,
  } as const;
  return {
    Credentials: openSession(session, duration, world),
    AssumedRoleUser: { AssumedRoleId: userId, Arn: arn },
    PackedPolicySize: packed === 0 ? undefined : packed,
    SourceIdentity: sourceIdentity,
  };
};

function requestTags(parameters: Parameters): Readonly<Record<string, string>> {
  const tags = structuresOf(parameters, 'Tags');
  return Object.fromEntries(tags.map((tag) => [String(tag['Key']), String(tag['Value'] ?? '')]));
}

function actionsOf(parameters: Parameters): readonly string[] {
  return [
    'sts:AssumeRole',
    ...(structuresOf(parameters, 'Tags').length > 0 ? ['sts:TagSession'] : []),
    ...(textOf(parameters, 'SourceIdentity') === undefined ? [] : ['sts:SetSourceIdentity']),
  ];
}

const forms: Readonly<Record<Exclude<AssumeDecision, 'allowed'>, DenialForm>> = {
  trustDenies: { by: 'role trust', explicit: true },
  trustLacks: { by: 'role trust' },
  identityDenies: { by: 'identity-based', explicit: true },
  identityLacks: { by: 'identity-based' },
};

/** Across accounts, AWS does not say why. */
function refusal(
  { caller, account }: ApiRequest,
  roleArn: string,
  action: string,
  decision: Exclude<AssumeDecision, 'allowed'>,
): Fault {
  const form = arnParts(roleArn).account === account ? forms[decision] : {};
  return new Fault('AccessDenied', denialMessage({ principal: caller.arn, action, resource: roleArn }, form));
}

export function readSessionName(parameters: Parameters): string {
  const name = textOf(parameters, 'RoleSessionName') ?? '';
  if (name.length < 2 || name.length > 64)
    throw invalidValue(name, 'roleSessionName', 'Member must have length between 2 and 64, inclusive');
  if (!/^[\w+=,.@-]*$/.test(name))
    throw invalidValue(
      name,
      'roleSessionName',
      'Member must satisfy regular expression pattern: [\\w+=,.@-]*',
    );
  return name;
}

export function readDuration(parameters: Parameters, longest = 43_200, usual = 3600): number {
  const duration = numberOf(parameters, 'DurationSeconds') ?? usual;
  if (duration < 900)
    throw invalidValue(
      String(duration),
      'durationSeconds',
      'Member must have value greater than or equal to 900',
    );
  if (duration > longest)
    throw invalidValue(
      String(duration),
      'durationSeconds',
      `Member must have value less than or equal to ${longest}`,
    );
  return duration;
}

/** The share of the packed size's limit, in percent, that session policies and tags take. */
export function readSessionPolicy(parameters: Parameters): number {
  const policy = textOf(parameters, 'Policy') ?? '';
  if (policy.length > 2048)
    throw invalidValue(policy, 'policy', 'Member must have length less than or equal to 2048');
  if (policy !== '') checkPermissionDocument(policy);
  const tags = structuresOf(parameters, 'Tags').map((tag) => `${tag['Key']}${tag['Value']}`);
  const arns = structuresOf(parameters, 'PolicyArns').map(({ arn }) => String(arn));
  const text = [policy, ...tags, ...arns, ...textsOf(parameters, 'TransitiveTagKeys')].join('');
  // AWS does not tell how it packs: here a text without blanks takes half its length, of 1,000.
  const packed = Math.ceil(text.replace(/\s/g, '').length / 20);
  if (packed <= 100) return packed;
  const what = tags.length > 0 ? 'Packed size of session tags' : 'Packed policy';
  throw new Fault(
    'PackedPolicyTooLarge',
    `${what} consumes ${packed}% of allotted space, please use smaller policy.`,
  );
}
