import {
  AttachRolePolicyCommand,
  CreateRoleCommand,
  type CreateRoleRequest,
  GetRoleCommand,
  IAMClient,
  ListAttachedRolePoliciesCommand,
  ListRolePoliciesCommand,
  ListRolesCommand,
  PutRolePolicyCommand,
  UpdateAssumeRolePolicyCommand,
} from '@aws-sdk/client-iam';

/** What the account behind this address has, asked for without any code of the extension. */
export function rolesIn(endpoint: string) {
  const iam = new IAMClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'not-a-secret' },
  });
  return {
    /** A role that lets in this principal and has an inline policy, `given`; its description means harm. */
    async createTrusting(name: string, principal: string, action: string): Promise<void> {
      await iam.send(
        new CreateRoleCommand({
          RoleName: name,
          Description: '<img src=x onerror=alert(1)> [x](command:workbench.action.quit)',
          AssumeRolePolicyDocument: JSON.stringify({
            Version: '2012-10-17',
            Statement: [{ Effect: 'Allow', Principal: { AWS: principal }, Action: 'sts:AssumeRole' }],
          }),
        }),
      );
      await iam.send(
        new PutRolePolicyCommand({
          RoleName: name,
          PolicyName: 'given',
          PolicyDocument: JSON.stringify({
            Version: '2012-10-17',
            Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }],
          }),
        }),
      );
    },
    async names(): Promise<readonly (string | undefined)[]> {
      const { Roles = [] } = await iam.send(new ListRolesCommand({}));
      return Roles.map(({ RoleName }) => RoleName);
    },
    /** One that EC2 or this principal may assume; its inline policy allows an action that does not exist. */
    async create(
      RoleName: string,
      more: Pick<CreateRoleRequest, 'Description' | 'Tags'> = {},
      principal: Readonly<Record<string, string>> = { Service: 'ec2.amazonaws.com' },
    ): Promise<void> {
      const trust = {
        Version: '2012-10-17',
        Statement: {
          Effect: 'Allow',
          Principal: principal,
          Action: 'sts:AssumeRole',
        },
      };
      const permission = {
        Version: '2012-10-17',
        Statement: {
          Effect: 'Allow',
          Action: 's3:GetObjects',
          Resource: 'arn:aws:s3:::amzn-s3-demo-bucket/*',
        },
      };
      const AssumeRolePolicyDocument = JSON.stringify(trust);
      await iam.send(new CreateRoleCommand({ ...more, RoleName, AssumeRolePolicyDocument }));
      const PolicyDocument = JSON.stringify(permission);
      await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'read-orders', PolicyDocument }));
    },
    /** One of AWS's own policies, to a role. */
    async attach(RoleName: string, policy: string): Promise<void> {
      const PolicyArn = `arn:aws:iam::aws:policy/${policy}`;
      await iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn }));
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
    async inline(name: string): Promise<readonly string[]> {
      const { PolicyNames = [] } = await iam.send(new ListRolePoliciesCommand({ RoleName: name }));
      return PolicyNames;
    },
    async createWith(name: string, trustPolicy: unknown): Promise<void> {
      const AssumeRolePolicyDocument = JSON.stringify(trustPolicy);
      await iam.send(new CreateRoleCommand({ RoleName: name, AssumeRolePolicyDocument }));
    },
    async setTrustPolicy(name: string, trustPolicy: unknown): Promise<void> {
      const PolicyDocument = JSON.stringify(trustPolicy);
      await iam.send(new UpdateAssumeRolePolicyCommand({ RoleName: name, PolicyDocument }));
    },
  };
}
