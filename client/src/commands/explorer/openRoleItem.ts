import { nameOfArn } from '../../roles/arn.ts';
import type { AwsApi } from '../../roles/awsApi.ts';
import type { ExplorerNode, PolicyAddress } from '../../roles/explorer/explorerNode.ts';
import { tellError } from '../tellError.ts';
import type { ExplorerCommand, ExplorerCommandParts } from './explorerCommand.ts';

/** What Enter does with a row that does not just unfold. */
export const openRoleItem: ExplorerCommand = async (parts, row) => {
  if (row?.opens === undefined) return;
  switch (row.opens.kind) {
    case 'policy':
      return openPolicy(parts, row);
    case 'more':
      return parts.explorer.readOn();
    case 'sign in':
      await parts.activeProfile.signIn();
      return parts.explorer.refresh();
    case 'statement': {
      const policy = { Version: '2012-10-17', Statement: [row.opens.statement] };
      return parts.ui.edit({ language: 'json', text: `${JSON.stringify(policy, undefined, 2)}\n` });
    }
  }
};

/** Shows the policy as AWS has it now, read-only. */
async function openPolicy(parts: ExplorerCommandParts, row: ExplorerNode): Promise<void> {
  const { policy, roleArn = '' } = row;
  if (policy === undefined) return;
  try {
    const connection = await parts.activeProfile.connectSilently();
    const text = connection && (await documentOf(connection.api(), policy));
    if (text === undefined)
      return void (await parts.ui.fail('AWS has this policy no more. Refresh the role, then look again.'));
    await parts.ui.show({
      title: `${nameOfArn(roleArn)}, ${policyName(policy)}`,
      language: 'json',
      text: indented(text),
    });
  } catch (error) {
    await tellError(parts, error);
  }
}

/** JSON; undefined where there is none any more. */
async function documentOf(api: AwsApi, policy: PolicyAddress): Promise<string | undefined> {
  if (policy.kind === 'trust') return (await api.getRole(policy.roleName))?.trustPolicy;
  if (policy.kind === 'inline') return api.getRolePolicy(policy.roleName, policy.policyName);
  const summary = await api.getPolicy(policy.policyArn);
  return summary && api.getPolicyVersion(policy.policyArn, summary.defaultVersionId);
}

function policyName(policy: PolicyAddress): string {
  if (policy.kind === 'trust') return 'trust policy';
  return policy.kind === 'inline' ? policy.policyName : nameOfArn(policy.policyArn);
}

function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2);
  } catch {
    return text;
  }
}
