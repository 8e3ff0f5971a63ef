import { nameOfArn } from './arn.ts';
import type { AwsApi } from './awsApi.ts';
import { isDenied } from './awsError.ts';
import { listed, member, statementsOf } from './documentMembers.ts';

/** A role or user of this account that a trust policy names. */
export interface TrustedPrincipal {
  readonly arn: string;
  readonly type: 'role' | 'user';
}

/** The roles and users of the account that the trust policy names one by one, each once. */
export function trustedPrincipals(trustPolicy: string, account: string): readonly TrustedPrincipal[] {
  const arns = new Set(namedPrincipals(trustPolicy));
  return [...arns].flatMap((arn) => {
    const [, , service, , owner, resource = ''] = arn.split(':');
    const type = resource.split('/')[0];
    if (service !== 'iam' || owner !== account || (type !== 'role' && type !== 'user')) return [];
    return [{ arn, type }];
  });
}

/** When it was created; undefined where there is none, `unknown` where AWS does not let us see. */
export async function creationOf(
  { arn, type }: TrustedPrincipal,
  api: AwsApi,
): Promise<Date | undefined | 'unknown'> {
  try {
    const read = type === 'role' ? api.getRole : api.getUser;
    const found = await read.call(api, nameOfArn(arn));
    return found?.created;
  } catch (error) {
    if (isDenied(error)) return 'unknown';
    throw error;
  }
}

function namedPrincipals(trustPolicy: string): readonly string[] {
  return statementsOf(trustPolicy)
    .flatMap((statement) => listed(member(member(statement, 'Principal'), 'AWS')))
    .filter((principal) => typeof principal === 'string');
}
