import {
  GetRoleCommand,
  IAMClient,
  ListAttachedRolePoliciesCommand,
  ListRolesCommand,
} from '@aws-sdk/client-iam';

/** What the account behind this address has, asked for without any code of the extension. */
export function rolesIn(endpoint: string) {
  const iam = new IAMClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'not-a-secret' },
  });
  return {
    async names(): Promise<readonly (string | undefined)[]> {
      const { Roles = [] } = await iam.send(new ListRolesCommand({}));
      return Roles.map(({ RoleName }) => RoleName);
    },
    async trustPolicy(name: string): Promise<unknown> {
      const { Role } = await iam.send(new GetRoleCommand({ RoleName: name }));
      return JSON.parse(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? ''));
    },
    async attached(name: string): Promise<readonly (string | undefined)[]> {
      const { AttachedPolicies = [] } = await iam.send(
        new ListAttachedRolePoliciesCommand({ RoleName: name }),
      );
      return AttachedPolicies.map(({ PolicyName }) => PolicyName);
    },
  };
}
