import type { FakeCaller, FakeState } from './state.ts';
import type { Data, Parameters } from './wire/data.ts';

/** How many times AWS answers as if it did not know yet, after a change. */
export interface Delays {
  /** GetRole: NoSuchEntity, after CreateRole. */
  roleVisible: number;
  /** GetRole: the role's id where its ARN belongs, after CreateRole. */
  roleArn: number;
  /** AddRoleToInstanceProfile and others: NoSuchEntity for a role just made. */
  roleUsable: number;
  /** "Invalid principal in policy" for a user or role just made. */
  principal: number;
  /** GetInstanceProfile: NoSuchEntity, after CreateInstanceProfile. */
  instanceProfileVisible: number;
  /** EC2: "Invalid IAM Instance Profile name", after CreateInstanceProfile. */
  instanceProfileUsable: number;
  /** EC2: "has no associated IAM Roles", after AddRoleToInstanceProfile. */
  instanceProfileRole: number;
  /** DeleteRole and DeletePolicy: DeleteConflict, after what was in the way is gone. */
  deletable: number;
  /** AssumeRole: AccessDenied, after CreateRole or UpdateAssumeRolePolicy. */
  assumable: number;
  /** GetServiceLastAccessedDetails: IN_PROGRESS. */
  lastAccessedReport: number;
  /** GetServiceLinkedRoleDeletionStatus: IN_PROGRESS. */
  serviceLinkedRoleDeletion: number;
}

export const noDelays: Readonly<Delays> = {
  roleVisible: 0,
  roleArn: 0,
  roleUsable: 0,
  principal: 0,
  instanceProfileVisible: 0,
  instanceProfileUsable: 0,
  instanceProfileRole: 0,
  deletable: 0,
  assumable: 0,
  lastAccessedReport: 0,
  serviceLinkedRoleDeletion: 0,
};

/** What did not get around yet. */
export interface Lag {
  /** A change to this entity, named by ARN, begins to get around. */
  begin(what: keyof Delays, arn: string): void;
  /** Whether it is not there yet; each asking is one time less. */
  pending(what: keyof Delays, arn: string): boolean;
}

export function createLag(delays: Readonly<Delays>): Lag {
  const left = new Map<string, number>();
  return {
    begin: (what, arn) => void left.set(`${what} ${arn}`, delays[what]),
    pending(what, arn) {
      const times = left.get(`${what} ${arn}`) ?? 0;
      left.set(`${what} ${arn}`, times - 1);
      return times > 0;
    },
  };
}

export interface World {
  readonly state: FakeState;
  readonly lag: Lag;
  now(): Date;
}

/** A request whose caller is known. */
export interface ApiRequest {
  readonly operation: string;
  readonly parameters: Parameters;
  readonly caller: FakeCaller;
  /** 12 digits. */
  readonly account: string;
  readonly partition: string;
  readonly region: string;
}

/** One API operation: changes the state, returns the answer, throws a `Fault` to refuse. */
export type Operation = (request: ApiRequest, world: World) => Data;
