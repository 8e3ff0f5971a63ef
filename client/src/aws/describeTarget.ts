import type { Caller } from '../roles/awsApi.ts';
import type { Connection } from './connection.ts';

/** Where a change goes, in the words of a confirmation. */
export interface Target {
  /** Such as `account 123456789012 (profile dev, eu-west-1)`. */
  readonly phrase: string;
  /** Sentences that speak against it. */
  readonly warnings: readonly string[];
}

/** Every confirmation names its target by this. */
export function describeTarget(
  { profile, region, endpoint }: Pick<Connection, 'profile' | 'region' | 'endpoint'>,
  { account, arn }: Pick<Caller, 'account' | 'arn'>,
): Target {
  const facts = [`profile ${profile.name}`, region, endpoint && `custom endpoint ${endpoint}`];
  const warnings = [
    isRoot(arn) &&
      'You are the root user of this account, whom no policy limits. Use a role or an IAM user instead.',
    profile.production && `The profile ${profile.name} is marked as production.`,
  ];
  return {
    phrase: `account ${account} (${facts.filter(Boolean).join(', ')})`,
    warnings: warnings.filter((warning) => warning !== false),
  };
}

export function isRoot(arn: string): boolean {
  return /^arn:[\w-]+:iam::\d{12}:root$/.test(arn);
}
