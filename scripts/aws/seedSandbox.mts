import { AssociateIamInstanceProfileCommand, EC2Client, RunInstancesCommand } from '@aws-sdk/client-ec2';
import {
  AddRoleToInstanceProfileCommand,
  AttachRolePolicyCommand,
  CreateAccessKeyCommand,
  CreateInstanceProfileCommand,
  CreateOpenIDConnectProviderCommand,
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  CreateRoleCommand,
  CreateServiceLinkedRoleCommand,
  CreateUserCommand,
  IAMClient,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam';
import { emulatorRegion } from './emulatorProfile.mts';
import {
  identityProvider,
  imageId,
  instances,
  policies,
  roles,
  type SandboxRole,
  userName,
} from './sandboxContent.mts';

export interface SeededSandbox {
  /** Of the account's user. */
  readonly keys: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly content: string;
}

/** Fills an empty moto. */
export async function seedSandbox(endpoint: string): Promise<SeededSandbox> {
  const config = {
    endpoint,
    region: emulatorRegion,
    credentials: { accessKeyId: 'seed', secretAccessKey: 'seed' },
  };
  const iam = new IAMClient(config);
  const ec2 = new EC2Client(config);
  await iam.send(new CreateUserCommand({ UserName: userName }));
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: userName }));
  const ThumbprintList = ['0'.repeat(40)];
  await iam.send(
    new CreateOpenIDConnectProviderCommand({ Url: `https://${identityProvider}`, ThumbprintList }),
  );
  await iam.send(new CreateServiceLinkedRoleCommand({ AWSServiceName: 'autoscaling.amazonaws.com' }));
  await seedPolicies(iam);
  for (const role of roles) await seedRole(iam, role);
  await seedInstances(iam, ec2);
  return {
    keys: {
      accessKeyId: AccessKey?.AccessKeyId ?? '',
      secretAccessKey: AccessKey?.SecretAccessKey ?? '',
    },
    content: `the user ${userName}, ${roles.length + 1} roles, ${Object.keys(policies).length} policies, ${instances.length} instances`,
  };
}

async function seedPolicies(iam: IAMClient): Promise<void> {
  for (const [PolicyName, [first, ...later]] of Object.entries(policies)) {
    const { Policy } = await iam.send(new CreatePolicyCommand({ PolicyName, PolicyDocument: first }));
    for (const PolicyDocument of later)
      await iam.send(
        new CreatePolicyVersionCommand({ PolicyArn: Policy?.Arn, PolicyDocument, SetAsDefault: true }),
      );
  }
}

async function seedRole(
  iam: IAMClient,
  { name: RoleName, description, trustPolicy, attached = [], inline = {}, boundary }: SandboxRole,
): Promise<void> {
  await iam.send(
    new CreateRoleCommand({
      RoleName,
      Description: description,
      AssumeRolePolicyDocument: trustPolicy,
      ...(boundary !== undefined && { PermissionsBoundary: boundary }),
    }),
  );
  for (const PolicyArn of attached) await iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn }));
  for (const [PolicyName, PolicyDocument] of Object.entries(inline))
    await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName, PolicyDocument }));
}

async function seedInstances(iam: IAMClient, ec2: EC2Client): Promise<void> {
  const ids: string[] = [];
  for (const Value of instances) {
    const { Instances } = await ec2.send(
      new RunInstancesCommand({
        ImageId: imageId,
        MinCount: 1,
        MaxCount: 1,
        InstanceType: 't3.micro',
        TagSpecifications: [{ ResourceType: 'instance', Tags: [{ Key: 'Name', Value }] }],
      }),
    );
    ids.push(Instances?.[0]?.InstanceId ?? '');
  }
  const Name = roles[0]?.name;
  await iam.send(new CreateInstanceProfileCommand({ InstanceProfileName: Name }));
  await iam.send(new AddRoleToInstanceProfileCommand({ InstanceProfileName: Name, RoleName: Name }));
  await ec2.send(
    new AssociateIamInstanceProfileCommand({ InstanceId: ids[0], IamInstanceProfile: { Name } }),
  );
}
