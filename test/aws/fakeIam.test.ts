import {
  AddRoleToInstanceProfileCommand,
  AttachRolePolicyCommand,
  CreateInstanceProfileCommand,
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  CreateRoleCommand,
  CreateServiceLinkedRoleCommand,
  DeletePolicyCommand,
  DeletePolicyVersionCommand,
  DeleteRoleCommand,
  DeleteServiceLinkedRoleCommand,
  DetachRolePolicyCommand,
  GetAccountAuthorizationDetailsCommand,
  GetAccountSummaryCommand,
  GetInstanceProfileCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  GetServiceLinkedRoleDeletionStatusCommand,
  ListAttachedRolePoliciesCommand,
  ListEntitiesForPolicyCommand,
  ListMFADevicesCommand,
  ListPoliciesCommand,
  ListPolicyVersionsCommand,
  ListRolesCommand,
  ListRoleTagsCommand,
  PutRolePermissionsBoundaryCommand,
  PutRolePolicyCommand,
  RemoveRoleFromInstanceProfileCommand,
  TagRoleCommand,
  UpdateAssumeRolePolicyCommand,
  UpdateRoleCommand,
} from '@aws-sdk/client-iam';
import { describe, expect, it } from 'vitest';
import { newPolicy, newRole, trusting } from './fake/seeds.ts';
import { clientsOf, fakeOfEachTest, refusal } from './fakeClients.ts';

const aws = fakeOfEachTest();
const ec2Trust = trusting({ Service: 'ec2.amazonaws.com' });
const readObjects = allow('s3:GetObject');
const readOnly = 'arn:aws:iam::aws:policy/ReadOnlyAccess';

function allow(action: string, resource = '*'): string {
  const statement = { Effect: 'Allow', Action: action, Resource: resource };
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
}

function createRole(RoleName: string, AssumeRolePolicyDocument = ec2Trust, more = {}) {
  return clientsOf(aws()).iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument, ...more }));
}

describe('a role', () => {
  it('is made, read, changed and deleted', async () => {
    const { iam } = clientsOf(aws());
    const RoleName = 'web';
    const Tags = [{ Key: 'team', Value: 'a & <b>' }];
    await createRole(RoleName, ec2Trust, { Path: '/apps/', Description: 'Für "alle"', Tags });
    await iam.send(new UpdateRoleCommand({ RoleName, Description: 'new', MaxSessionDuration: 7200 }));
    await iam.send(new PutRolePermissionsBoundaryCommand({ RoleName, PermissionsBoundary: readOnly }));
    await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'read', PolicyDocument: readObjects }));
    const { Role } = await iam.send(new GetRoleCommand({ RoleName: 'WEB' }));
    expect(Role).toMatchObject({
      Arn: 'arn:aws:iam::123456789012:role/apps/web',
      Description: 'new',
      MaxSessionDuration: 7200,
      PermissionsBoundary: { PermissionsBoundaryArn: readOnly },
      Tags,
    });
    expect(Role?.RoleId).toMatch(/^AROA[0-9A-Z]{17}$/);
    expect(Role?.CreateDate).toBeInstanceOf(Date);
    expect(Role?.AssumeRolePolicyDocument).toMatch(/^%7B%22Version%22/);
    expect(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? '')).toBe(ec2Trust);
    const inline = await iam.send(new GetRolePolicyCommand({ RoleName, PolicyName: 'read' }));
    expect(decodeURIComponent(inline.PolicyDocument ?? '')).toBe(readObjects);
    expect(await refusal(iam.send(new DeleteRoleCommand({ RoleName })))).toBe(
      'DeleteConflict: Cannot delete entity, must delete policies first.',
    );
    const { RoleDetailList } = await iam.send(
      new GetAccountAuthorizationDetailsCommand({ Filter: ['Role'] }),
    );
    expect(RoleDetailList?.[0]?.RolePolicyList?.[0]?.PolicyName).toBe('read');
  });

  it.each([
    ['a name', { RoleName: 'a b' }, /^ValidationError: The specified value for roleName is invalid/],
    ['a long name', { RoleName: 'a'.repeat(65) }, /less than or equal to 64$/],
    ['a path', { Path: 'apps' }, /^ValidationError: The specified value for path is invalid/],
    [
      'a duration',
      { MaxSessionDuration: 60 },
      /at 'maxSessionDuration' failed .* greater than or equal to 3600$/,
    ],
    ['a boundary', { PermissionsBoundary: `${readOnly}X` }, /^NoSuchEntity: Scope ARN: .* does not exist/],
    ['a tag', { Tags: [{ Key: 'aws:a', Value: '' }] }, /^InvalidInput: System tags/],
    ['51 tags', { Tags: tags(51) }, /at 'tags' failed to satisfy constraint: .* 50$/],
  ])('is refused for %s', async (_what, parameters, text) => {
    expect(await refusal(createRole('role', ec2Trust, parameters))).toMatch(text);
    expect(aws().state.roles).toEqual([]);
  });

  it('has a name that no other has, in whichever case', async () => {
    await createRole('Web');
    expect(await refusal(createRole('wEB'))).toBe('EntityAlreadyExists: Role with name wEB already exists.');
  });

  function tags(count: number) {
    return Array.from({ length: count }, (_, index) => ({ Key: `k${index}`, Value: '' }));
  }

  it('has no more tags than 50, counted together', async () => {
    const { iam } = clientsOf(aws());
    await createRole('web', ec2Trust, { Tags: tags(50) });
    const Tags = [{ Key: 'more', Value: '' }];
    expect(await refusal(iam.send(new TagRoleCommand({ RoleName: 'web', Tags })))).toMatch(/^LimitExceeded:/);
    const { Tags: some, IsTruncated } = await iam.send(
      new ListRoleTagsCommand({ RoleName: 'web', MaxItems: 20 }),
    );
    expect([some?.length, IsTruncated]).toEqual([20, true]);
  });
});

describe('a trust policy', () => {
  const statement = {
    Effect: 'Allow',
    Principal: { Service: 'ec2.amazonaws.com' },
    Action: 'sts:AssumeRole',
  };
  const policy = (more: object) =>
    JSON.stringify({ Version: '2012-10-17', Statement: [{ ...statement, ...more }] });

  it.each([
    ['{', 'This policy contains invalid Json'],
    [policy({ Resource: '*' }), 'Has prohibited field Resource'],
    [policy({ Principal: undefined }), 'Missing required field Principal'],
    [policy({ Action: undefined }), 'Missing required field Action'],
    [policy({ Action: 's3:GetObject' }), 'AssumeRole policy may only specify STS AssumeRole actions.'],
    [policy({ Effect: 'allow' }), 'Syntax errors in policy.'],
    [policy({ Effekt: 'Allow' }), 'Syntax errors in policy.'],
    [policy({ Sid: 'a b' }), /^Statement IDs \(SID\) must be alpha-numeric/],
    [policy({ Principal: { Service: 'ec2' } }), 'Invalid principal in policy: "SERVICE":"ec2"'],
    [
      policy({ Principal: { AWS: 'arn:aws:iam::123456789012:role/none' } }),
      'Invalid principal in policy: "AWS":"arn:aws:iam::123456789012:role/none"',
    ],
  ])('is refused: %s', async (document, text) => {
    expect((await refusal(createRole('web', document))).replace('MalformedPolicyDocument: ', '')).toMatch(
      text,
    );
    aws().state.roles.push(newRole({ name: 'web' }));
    const change = { RoleName: 'web', PolicyDocument: document };
    const changed = await refusal(clientsOf(aws()).iam.send(new UpdateAssumeRolePolicyCommand(change)));
    expect(changed.replace('MalformedPolicyDocument: ', '')).toMatch(text);
  });

  it.each([
    [{ AWS: '123456789012' }],
    [{ AWS: ['arn:aws:iam::210987654321:root', 'arn:aws:iam::123456789012:user/Alice'] }],
    [{ AWS: '*' }],
    ['*'],
    [{ Federated: 'cognito-identity.amazonaws.com' }],
  ])('names %j', async (principal) => {
    await createRole('web', trusting(principal));
    expect(aws().state.roles).toHaveLength(1);
  });

  it('has 2,048 characters at most, white space not counted', async () => {
    const filled = (length: number) => {
      const short = policy({ Sid: '' });
      return short.replace('"Sid":""', `"Sid":"${'a'.repeat(length - short.length)}"`);
    };
    await createRole('fits', filled(2048).replaceAll(',', ',\n  '));
    expect(await refusal(createRole('too-long', filled(2049)))).toBe(
      'LimitExceeded: Cannot exceed quota for ACLSizePerRole: 2048',
    );
  });
});

describe('what takes a while to get around', () => {
  const get = (RoleName: string) => clientsOf(aws()).iam.send(new GetRoleCommand({ RoleName }));

  it('is a role that was just made', async () => {
    Object.assign(aws().delays, { roleVisible: 2, roleArn: 1 });
    await createRole('web');
    expect(await refusal(get('web'))).toBe('NoSuchEntity: The role with name web cannot be found.');
    expect(await refusal(get('web'))).toMatch(/^NoSuchEntity/);
    expect((await get('web')).Role?.Arn).toMatch(/^AROA/);
    expect((await get('web')).Role?.Arn).toBe('arn:aws:iam::123456789012:role/web');
  });

  it('is a principal that was just made', async () => {
    aws().delays.principal = 2;
    await createRole('first');
    const trust = trusting({ AWS: 'arn:aws:iam::123456789012:role/first' });
    for (let time = 0; time < 2; time++)
      expect(await refusal(createRole('second', trust))).toMatch(/Invalid principal in policy/);
    await createRole('second', trust);
  });

  it('is what was taken off', async () => {
    const { iam } = clientsOf(aws());
    aws().delays.deletable = 1;
    await createRole('web');
    const attached = { RoleName: 'web', PolicyArn: readOnly };
    await iam.send(new AttachRolePolicyCommand(attached));
    await iam.send(new DetachRolePolicyCommand(attached));
    const remove = () => iam.send(new DeleteRoleCommand({ RoleName: 'web' }));
    expect(await refusal(remove())).toMatch(/^DeleteConflict/);
    await remove();
    expect(aws().state.roles).toEqual([]);
  });

  it('is an instance profile, and its role', async () => {
    const { iam } = clientsOf(aws());
    Object.assign(aws().delays, { instanceProfileVisible: 1, roleUsable: 1 });
    await createRole('web');
    const named = { InstanceProfileName: 'web' };
    await iam.send(new CreateInstanceProfileCommand(named));
    const read = () => iam.send(new GetInstanceProfileCommand(named));
    expect(await refusal(read())).toMatch(/^NoSuchEntity: Instance Profile web/);
    await read();
    const add = () => iam.send(new AddRoleToInstanceProfileCommand({ ...named, RoleName: 'web' }));
    expect(await refusal(add())).toBe('NoSuchEntity: The role with name web cannot be found.');
    await add();
    expect((await read()).InstanceProfile?.Roles?.[0]?.RoleName).toBe('web');
    expect(await refusal(add())).toBe(
      'LimitExceeded: Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1',
    );
    expect(await refusal(iam.send(new DeleteRoleCommand({ RoleName: 'web' })))).toMatch(/must remove roles/);
    await iam.send(new RemoveRoleFromInstanceProfileCommand({ ...named, RoleName: 'web' }));
    await iam.send(new DeleteRoleCommand({ RoleName: 'web' }));
  });
});

describe('policies', () => {
  const own = 'arn:aws:iam::123456789012:policy/own';

  it('are attached to a role, ten at most', async () => {
    const { iam } = clientsOf(aws());
    aws().state.roles.push(newRole({ name: 'web' }));
    const { Policies = [] } = await iam.send(new ListPoliciesCommand({ Scope: 'AWS' }));
    const arns = Policies.map(({ Arn }) => Arn ?? '').slice(0, 11);
    const attach = (PolicyArn: string) =>
      iam.send(new AttachRolePolicyCommand({ RoleName: 'web', PolicyArn }));
    for (const arn of arns.slice(0, 10)) await attach(arn);
    expect(await refusal(attach(arns[10] ?? ''))).toBe(
      'LimitExceeded: Cannot exceed quota for PoliciesPerRole: 10',
    );
    expect(await refusal(attach(own))).toBe(
      `NoSuchEntity: Policy ${own} does not exist or is not attachable.`,
    );
    const { AttachedPolicies } = await iam.send(new ListAttachedRolePoliciesCommand({ RoleName: 'web' }));
    expect(AttachedPolicies?.map(({ PolicyArn }) => PolicyArn)).toEqual(arns.slice(0, 10));
    const { PolicyRoles } = await iam.send(new ListEntitiesForPolicyCommand({ PolicyArn: arns[0] }));
    expect(PolicyRoles?.map(({ RoleName }) => RoleName)).toEqual(['web']);
  });

  it('have five versions at most, which are never numbered alike', async () => {
    const { iam } = clientsOf(aws());
    await iam.send(new CreatePolicyCommand({ PolicyName: 'own', PolicyDocument: readObjects }));
    const more = () =>
      iam.send(
        new CreatePolicyVersionCommand({ PolicyArn: own, PolicyDocument: readObjects, SetAsDefault: true }),
      );
    for (let version = 2; version <= 5; version++) await more();
    expect(await refusal(more())).toMatch(/^LimitExceeded: A managed policy can have up to 5 versions\./);
    await iam.send(new DeletePolicyVersionCommand({ PolicyArn: own, VersionId: 'v4' }));
    expect((await more()).PolicyVersion?.VersionId).toBe('v6');
    const { Versions } = await iam.send(new ListPolicyVersionsCommand({ PolicyArn: own }));
    expect(Versions?.map(({ VersionId }) => VersionId)).toEqual(['v6', 'v5', 'v3', 'v2', 'v1']);
    const { PolicyVersion } = await iam.send(
      new GetPolicyVersionCommand({ PolicyArn: own, VersionId: 'v6' }),
    );
    expect(decodeURIComponent(PolicyVersion?.Document ?? '')).toBe(readObjects);
    expect(await refusal(iam.send(new DeletePolicyCommand({ PolicyArn: own })))).toMatch(
      /^DeleteConflict: This policy/,
    );
  });

  it.each([
    [
      allow('s3:GetObject', 'bucket'),
      /^MalformedPolicyDocument: Resource bucket must be in ARN format or "\*"\.$/,
    ],
    [ec2Trust, /^MalformedPolicyDocument: Policy document should not specify a principal\.$/],
    [allow('GetObject'), /^MalformedPolicyDocument: Actions\/Conditions must be prefaced by a vendor/],
    [
      allow('s3:GetObject', `arn:aws:s3:::${'a'.repeat(6144)}`),
      /^LimitExceeded: Cannot exceed quota for PolicySize: 6144$/,
    ],
    [allow('s3:GetObject', '“'), /^ValidationError: The specified value for policyDocument is invalid/],
  ])('are refused: %#', async (PolicyDocument, text) => {
    const { iam } = clientsOf(aws());
    expect(await refusal(iam.send(new CreatePolicyCommand({ PolicyName: 'own', PolicyDocument })))).toMatch(
      text,
    );
  });

  it('have 10,240 characters at most when they are inline, all of a role together', async () => {
    const { iam } = clientsOf(aws());
    aws().state.roles.push(newRole({ name: 'web' }));
    const put = (PolicyName: string) =>
      iam.send(
        new PutRolePolicyCommand({
          RoleName: 'web',
          PolicyName,
          PolicyDocument: allow('s3:GetObject', `arn:aws:s3:::${'a'.repeat(5000)}`),
        }),
      );
    await put('one');
    await put('two');
    expect(await refusal(put('three'))).toBe(
      'LimitExceeded: Maximum policy size of 10240 bytes exceeded for role web',
    );
  });
});

it('lists in pages of 100, or as long as is asked for', async () => {
  const { iam } = clientsOf(aws());
  for (let index = 0; index < 250; index++) aws().state.roles.push(newRole({ name: `role-${index}` }));
  const pages: number[] = [];
  const names = new Set<string | undefined>();
  let Marker: string | undefined;
  do {
    const answer = await iam.send(new ListRolesCommand({ ...(Marker && { Marker }) }));
    pages.push(answer.Roles?.length ?? 0);
    for (const { RoleName } of answer.Roles ?? []) names.add(RoleName);
    Marker = answer.Marker;
  } while (Marker !== undefined);
  expect([pages, names.size]).toEqual([[100, 100, 50], 250]);
  const { Roles, IsTruncated } = await iam.send(new ListRolesCommand({ MaxItems: 249 }));
  expect([Roles?.length, IsTruncated]).toEqual([249, true]);
  expect(await refusal(iam.send(new ListRolesCommand({ MaxItems: 0 })))).toMatch(/^ValidationError/);
});

describe('a service-linked role', () => {
  it('is made and deleted in its own way', async () => {
    const { iam } = clientsOf(aws());
    aws().delays.serviceLinkedRoleDeletion = 1;
    const service = { AWSServiceName: 'autoscaling.amazonaws.com', CustomSuffix: 'a' };
    await iam.send(new CreateServiceLinkedRoleCommand(service));
    const RoleName = 'AWSServiceRoleForAutoScaling_a';
    expect(await refusal(iam.send(new CreateServiceLinkedRoleCommand(service)))).toMatch(
      /^InvalidInput: .*taken/,
    );
    expect(await refusal(iam.send(new DeleteRoleCommand({ RoleName })))).toMatch(/^UnmodifiableEntity:/);
    const { DeletionTaskId } = await iam.send(new DeleteServiceLinkedRoleCommand({ RoleName }));
    const status = () => iam.send(new GetServiceLinkedRoleDeletionStatusCommand({ DeletionTaskId }));
    aws().state.serviceLinkedRolesInUse[RoleName] = 'It has resources.';
    expect((await status()).Status).toBe('IN_PROGRESS');
    expect(await status()).toMatchObject({ Status: 'FAILED', Reason: { Reason: 'It has resources.' } });
    delete aws().state.serviceLinkedRolesInUse[RoleName];
    expect((await status()).Status).toBe('SUCCEEDED');
    expect(aws().state.roles).toEqual([]);
  });
});

it('tells the account’s numbers and quotas, and the caller’s MFA devices', async () => {
  const { iam } = clientsOf(aws());
  aws().state.policies.push(newPolicy({ name: 'own' }, readObjects));
  const { SummaryMap } = await iam.send(new GetAccountSummaryCommand());
  expect(SummaryMap).toMatchObject({ Policies: 1, AttachedPoliciesPerRoleQuota: 10, PolicySizeQuota: 6144 });
  const { MFADevices } = await iam.send(new ListMFADevicesCommand());
  expect(MFADevices?.map(({ SerialNumber }) => SerialNumber)).toEqual([
    'arn:aws:iam::123456789012:mfa/Alice',
  ]);
});
