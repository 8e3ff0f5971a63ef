import type { Denial } from '../awsError.ts';
import { missingPermissionStatement, type Remedy } from '../missingPermission.ts';
import type { TrailEvent } from '../reviewApi.ts';

/** What CloudTrail recorded of a role: that it was assumed, or what was called in a session of it. */
export interface RoleEvent {
  readonly time: Date;
  readonly kind: 'assumed' | 'call';
  /** The service's prefix and the API operation, which mostly is the IAM action. */
  readonly operation: string;
  readonly who: string;
  /** An IP address, or the AWS service that called. */
  readonly from: string;
  readonly session: string;
  readonly refused: { readonly code: string; readonly message: string } | undefined;
}

/** What was refused, as often as it was. */
export interface Refused {
  readonly action: string;
  readonly resource: string;
  readonly times: number;
  readonly last: Date;
  /** A statement that allows it, or why none would. */
  readonly remedy: Remedy;
}

/** https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html */
interface CloudTrailRecord {
  readonly eventName?: string;
  readonly eventSource?: string;
  readonly sourceIPAddress?: string;
  readonly errorCode?: string;
  readonly errorMessage?: string;
  readonly userIdentity?: {
    readonly arn?: string;
    readonly principalId?: string;
    readonly userName?: string;
    readonly invokedBy?: string;
    readonly sessionContext?: { readonly sessionIssuer?: { readonly arn?: string } };
  };
  readonly requestParameters?: { readonly roleArn?: string; readonly roleSessionName?: string } | null;
}

const assuming = /^AssumeRole(?:WithSAML|WithWebIdentity)?$/;

/** Events of the role among others; those whose record cannot be read are left out. */
export function roleEvents(events: readonly TrailEvent[], roleArn: string): readonly RoleEvent[] {
  const known = new Map(events.map((event) => [event.id, event]));
  return [...known.values()]
    .flatMap((event) => eventOf(event, roleArn) ?? [])
    .sort((one, other) => other.time.getTime() - one.time.getTime());
}

function eventOf({ time, record }: TrailEvent, roleArn: string): RoleEvent | undefined {
  const read = parseRecord(record);
  if (read === undefined) return undefined;
  const { eventName = '', eventSource = '', sourceIPAddress = '', errorCode, errorMessage = '' } = read;
  const { userIdentity = {}, requestParameters } = read;
  const { arn, userName, principalId, invokedBy } = userIdentity;
  const isAssumed = assuming.test(eventName) && requestParameters?.roleArn === roleArn;
  if (!isAssumed && userIdentity.sessionContext?.sessionIssuer?.arn !== roleArn) return undefined;
  return {
    time,
    kind: isAssumed ? 'assumed' : 'call',
    operation: `${eventSource.replace(/\.amazonaws\.com(?:\.cn)?$/, '')}:${eventName}`,
    who: arn ?? invokedBy ?? userName ?? principalId ?? 'somebody',
    from: sourceIPAddress,
    session: (isAssumed ? requestParameters?.roleSessionName : arn?.split('/').at(-1)) ?? '',
    refused: errorCode === undefined ? undefined : { code: errorCode, message: errorMessage },
  };
}

function parseRecord(json: string): CloudTrailRecord | undefined {
  try {
    return Object(JSON.parse(json));
  } catch {
    return undefined;
  }
}

/** Names of the role's sessions, the latest first. */
export function sessionNames(events: readonly RoleEvent[]): readonly string[] {
  const names = events.filter(({ kind }) => kind === 'assumed').map(({ session }) => session);
  return [...new Set(names)].filter((name) => name !== '');
}

/** What sessions of the role were refused for want of a permission, the most often refused first. */
export function refusedCalls(
  events: readonly RoleEvent[],
  parseDenial: (text: string) => Denial | undefined,
): readonly Refused[] {
  const found = new Map<string, Refused>();
  for (const event of events) {
    const denial = event.kind === 'call' ? denialOf(event, parseDenial) : undefined;
    if (denial === undefined) continue;
    const { action, resource = '*' } = denial;
    const key = `${action} ${resource} ${denial.policyType} ${denial.explicit}`;
    const before = found.get(key);
    const { times = 0, last = event.time } = before ?? {};
    found.set(key, { action, resource, times: times + 1, last, remedy: missingPermissionStatement(denial) });
  }
  return [...found.values()].sort((one, other) => other.times - one.times);
}

function denialOf(
  { operation, who, refused }: RoleEvent,
  parseDenial: (text: string) => Denial | undefined,
): Denial | undefined {
  if (refused === undefined || !/AccessDenied|UnauthorizedOperation|NotAuthorized/i.test(refused.code))
    return undefined;
  const told = parseDenial(refused.message);
  // Amazon EC2 says what was denied in an encoded message; its operations are its actions.
  if (told !== undefined || !operation.startsWith('ec2:')) return told;
  return {
    principal: who,
    action: operation,
    resource: undefined,
    policyType: undefined,
    explicit: false,
    policyArn: undefined,
    authorizationId: undefined,
  };
}
