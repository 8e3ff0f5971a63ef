import type { PolicyType } from '../../../../server/src/protocol.ts';
import { isAwsManaged } from '../../roles/arn.ts';
import type { AwsApi } from '../../roles/awsApi.ts';
import type { SessionParts } from '../session/sessionParts.ts';
import { askOwnRole } from './ownRole.ts';

const title = 'Check for New Access';

/** The live version of a policy, to compare an open one with: of a role that is asked for. Undefined when the user gives up. */
export async function askLivePolicy(parts: SessionParts, type: PolicyType): Promise<string | undefined> {
  const own = await askOwnRole(parts, title, undefined);
  if (own === undefined) return undefined;
  const { role, connection } = own;
  if (type === 'trust') return role.trustPolicy;
  const api = connection.api();
  const read = await parts.ui.pick(policiesOf(api, role.name), {
    title,
    placeholder: `The policy of ${role.name} as it is live`,
  });
  return read?.();
}

async function policiesOf(api: AwsApi, roleName: string) {
  const [inline, attached] = await Promise.all([
    api.listRolePolicies(roleName),
    api.listAttachedRolePolicies(roleName),
  ]);
  return [
    ...inline.map((name) => ({
      label: name,
      description: 'inline',
      icon: 'json',
      value: () => api.getRolePolicy(roleName, name),
    })),
    ...attached
      .filter(({ arn }) => !isAwsManaged(arn))
      .map(({ name, arn }) => ({
        label: name,
        description: 'customer managed',
        icon: 'shield',
        async value() {
          const policy = await api.getPolicy(arn);
          return policy && api.getPolicyVersion(arn, policy.defaultVersionId);
        },
      })),
  ];
}
