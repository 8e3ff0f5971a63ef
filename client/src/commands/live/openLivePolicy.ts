import { livePolicyScheme, readOnlyLivePolicyScheme } from '../../../../server/src/protocol.ts';
import { parseRoleArn } from '../../roles/assume/roleArn.ts';
import type { AwsApi } from '../../roles/awsApi.ts';
import { type LivePolicy, uriOfLive } from '../../roles/live/address.ts';
import { describeLive, readLivePolicy } from '../../roles/live/readLivePolicy.ts';
import type { PickItem } from '../../ui/ui.ts';
import { chooseRole } from '../session/chooseRole.ts';
import type { SessionParts } from '../session/sessionParts.ts';
import { tellError } from '../tellError.ts';
import { livePolicyOf } from './livePolicyArgument.ts';

const title = 'Open Live Policy';

/** Opens a policy of the account as a document; `argument` is a `LivePolicy`, or the name or ARN of a role. */
export async function openLivePolicy(parts: SessionParts, argument?: unknown): Promise<void> {
  try {
    await open(parts, argument);
  } catch (error) {
    await tellError(parts, error);
  }
}

async function open(parts: SessionParts, argument: unknown): Promise<void> {
  const { ui, activeProfile } = parts;
  const connection = await activeProfile.connect();
  if (connection === undefined) return;
  const caller = await connection.caller();
  const api = connection.api();
  let policy = livePolicyOf(argument);
  if (policy === undefined) {
    const arn = await chooseRole(parts, api, caller, title, argument);
    const role = arn === undefined ? undefined : parseRoleArn(arn);
    if (role === undefined) return;
    policy = await ui.pick(policiesOf(api, role.name), { title, placeholder: `A policy of ${role.name}` });
  }
  if (policy === undefined) return;
  const live = await readLivePolicy(api, policy);
  if (live === undefined)
    throw new Error(
      `Account ${caller.account} has no ${describeLive(policy)}. Look at the profile, and at whether it was deleted.`,
    );
  const scheme = live.readOnly === undefined ? livePolicyScheme : readOnlyLivePolicyScheme;
  await ui.open(uriOfLive(scheme, { profile: connection.profile.name, account: caller.account, policy }));
}

async function policiesOf(api: AwsApi, roleName: string): Promise<readonly PickItem<LivePolicy>[]> {
  const [inline, attached] = await Promise.all([
    api.listRolePolicies(roleName),
    api.listAttachedRolePolicies(roleName),
  ]);
  return [
    { label: 'Trust Policy', icon: 'shield', value: { kind: 'trust', roleName } },
    ...inline.map(
      (policyName): PickItem<LivePolicy> => ({
        label: policyName,
        icon: 'json',
        group: 'Inline Policies',
        value: { kind: 'inline', roleName, policyName },
      }),
    ),
    ...attached.map(
      ({ name, arn: policyArn }): PickItem<LivePolicy> => ({
        label: name,
        description: policyArn,
        icon: 'json',
        group: 'Attached Policies',
        value: { kind: 'managed', policyArn },
      }),
    ),
  ];
}
