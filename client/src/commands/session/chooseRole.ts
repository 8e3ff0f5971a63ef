import { parseRoleArn, roleArnOf } from '../../roles/assume/roleArn.ts';
import type { AwsApi, Caller } from '../../roles/awsApi.ts';
import { AwsError } from '../../roles/awsError.ts';
import type { PickItem } from '../../ui/ui.ts';
import type { SessionParts } from './sessionParts.ts';

/** No ARN has spaces. */
const byHand = 'by hand';

/** The ARN of the role a command is for: what `argument` names or is a row of, else one the user picks or types. */
export async function chooseRole(
  parts: Pick<SessionParts, 'ui' | 'recentRoles'>,
  api: AwsApi,
  caller: Caller,
  title: string,
  argument: unknown,
): Promise<string | undefined> {
  const named = roleOfArgument(argument);
  const given = named === undefined ? undefined : roleArnOf(named, caller);
  if (given !== undefined) return given;
  const recent = parts.recentRoles.list().filter((arn) => parseRoleArn(arn) !== undefined);
  const choices = async (): Promise<readonly PickItem<string>[]> => [
    { label: 'Enter a Name or ARN…', icon: 'edit', value: byHand },
    ...recent.map((arn) => item(arn, 'Recently used', parseRoleArn(arn)?.account)),
    ...(await listed(api))
      .filter((arn) => !recent.includes(arn))
      .map((arn) => item(arn, `Account ${caller.account}`)),
  ];
  const picked = await parts.ui.pick(choices(), {
    title,
    placeholder: 'The role',
    matchAll: true,
  });
  if (picked !== byHand) return picked;
  const typed = await parts.ui.input({
    title,
    prompt: 'Name of a role of this account, or the ARN of a role of any account',
    placeholder: `arn:${caller.partition}:iam::${caller.account}:role/deploy`,
    validate: (text) =>
      roleArnOf(text, caller) === undefined
        ? 'This is neither the name nor the ARN of a role: an ARN looks like arn:aws:iam::111122223333:role/deploy.'
        : undefined,
  });
  return typed === undefined ? undefined : roleArnOf(typed, caller);
}

/** A name or an ARN, or a row of the roles explorer. */
function roleOfArgument(argument: unknown): string | undefined {
  const arn: unknown = typeof argument === 'string' ? argument : Object(argument).roleArn;
  return typeof arn === 'string' ? arn : undefined;
}

/** Nothing where the caller may not list roles: a name or an ARN can still be typed. */
async function listed(api: AwsApi): Promise<readonly string[]> {
  try {
    return (await api.listRoles()).map(({ arn }) => arn);
  } catch (error) {
    if (error instanceof AwsError) return [];
    throw error;
  }
}

function item(arn: string, group: string, account = ''): PickItem<string> {
  const { name = arn, path = '' } = parseRoleArn(arn) ?? {};
  const description = [path === '/' ? '' : path, account].filter((part) => part !== '').join('  ');
  return { label: name, description, icon: 'person', group, value: arn };
}
