import type { Caller } from '../awsApi.ts';

export interface RoleArn {
  readonly partition: string;
  readonly account: string;
  /** Starts and ends with a slash. */
  readonly path: string;
  readonly name: string;
}

/** Undefined for a text that is no ARN of a role. */
export function parseRoleArn(text: string): RoleArn | undefined {
  const [, partition, account, path = '/', name] =
    /^arn:(aws[a-z-]*):iam::(\d{12}):role(\/(?:[!-~]+\/)?)([\w+=,.@-]{1,64})$/.exec(text.trim()) ?? [];
  return partition === undefined || account === undefined || name === undefined
    ? undefined
    : { partition, account, path, name };
}

/** A role's name or ARN as its ARN; a name is taken as one of the caller's account. Undefined for any other text. */
export function roleArnOf(text: string, { partition, account }: Caller): string | undefined {
  const trimmed = text.trim();
  if (parseRoleArn(trimmed) !== undefined) return trimmed;
  return /^[\w+=,.@-]{1,64}$/.test(trimmed) ? `arn:${partition}:iam::${account}:role/${trimmed}` : undefined;
}

/** The name of the role that a caller's session is of; undefined for a caller that is no role's session. */
export function roleNameOfCaller({ arn }: Caller): string | undefined {
  return /:assumed-role\/([^/]+)\//.exec(arn)?.[1];
}
