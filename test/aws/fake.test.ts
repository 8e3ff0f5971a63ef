import {
  CheckAccessNotGrantedCommand,
  CheckNoNewAccessCommand,
  CheckNoPublicAccessCommand,
  ValidatePolicyCommand,
} from '@aws-sdk/client-accessanalyzer';
import { LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import {
  AssociateIamInstanceProfileCommand,
  DescribeIamInstanceProfileAssociationsCommand,
  DescribeInstancesCommand,
  DisassociateIamInstanceProfileCommand,
  ReplaceIamInstanceProfileAssociationCommand,
} from '@aws-sdk/client-ec2';
import {
  AddRoleToInstanceProfileCommand,
  CreateInstanceProfileCommand,
  CreateRoleCommand,
  GenerateServiceLastAccessedDetailsCommand,
  GetServiceLastAccessedDetailsCommand,
  GetServiceLastAccessedDetailsWithEntitiesCommand,
  SimulatePrincipalPolicyCommand,
} from '@aws-sdk/client-iam';
import { AssumeRoleCommand, GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { describe, expect, it } from 'vitest';
import { newInstance, newRole, trusting } from './fake/seeds.ts';
import { startFakeAws } from './fake/startFakeAws.ts';
import { clientsOf, fakeOfEachTest, keysOf, refusal } from './fakeClients.ts';

const aws = fakeOfEachTest();
const instanceId = 'i-0123456789abcdef0';
const alice = 'arn:aws:iam::123456789012:user/Alice';

function allow(action: string): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }],
  });
}

describe('EC2', () => {
  it('gives an instance a profile, once it knows it', async () => {
    const { iam, ec2 } = clientsOf(aws());
    Object.assign(aws().delays, { instanceProfileUsable: 1, instanceProfileRole: 1 });
    aws().state.instances.push(newInstance({ id: instanceId, tags: { Name: 'web' } }));
    aws().state.roles.push(newRole({ name: 'web' }), newRole({ name: 'other' }));
    const associate = (Name: string) =>
      ec2.send(
        new AssociateIamInstanceProfileCommand({ InstanceId: instanceId, IamInstanceProfile: { Name } }),
      );
    for (const InstanceProfileName of ['web', 'other'])
      await iam.send(new CreateInstanceProfileCommand({ InstanceProfileName }));
    expect(await refusal(associate('web'))).toBe(
      'InvalidParameterValue: Value (web) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name',
    );
    const noRole =
      /^InvalidParameterValue: IAM Instance Profile "\S+:instance-profile\/web" has no associated IAM Roles$/;
    expect(await refusal(associate('web'))).toMatch(noRole);
    await iam.send(new AddRoleToInstanceProfileCommand({ InstanceProfileName: 'web', RoleName: 'web' }));
    expect(await refusal(associate('web'))).toMatch(noRole);
    const { IamInstanceProfileAssociation: first } = await associate('web');
    expect(first).toMatchObject({ InstanceId: instanceId, State: 'associating' });
    expect(await refusal(associate('web'))).toBe(
      `IncorrectState: There is an existing association for instance ${instanceId}`,
    );

    await iam.send(new AddRoleToInstanceProfileCommand({ InstanceProfileName: 'other', RoleName: 'other' }));
    aws().state.instanceProfiles.reverse();
    const replace = () =>
      ec2.send(
        new ReplaceIamInstanceProfileAssociationCommand({
          AssociationId: first?.AssociationId,
          IamInstanceProfile: { Name: 'other' },
        }),
      );
    await refusal(replace());
    await refusal(replace());
    const { IamInstanceProfileAssociation: second } = await replace();
    const { Reservations } = await ec2.send(new DescribeInstancesCommand({}));
    expect(Reservations?.[0]?.Instances?.[0]).toMatchObject({
      InstanceId: instanceId,
      State: { Name: 'running' },
      IamInstanceProfile: { Arn: 'arn:aws:iam::123456789012:instance-profile/other' },
      Tags: [{ Key: 'Name', Value: 'web' }],
    });
    const Filters = [{ Name: 'instance-id', Values: [instanceId] }];
    const list = () => ec2.send(new DescribeIamInstanceProfileAssociationsCommand({ Filters }));
    const AssociationId = second?.AssociationId;
    expect((await list()).IamInstanceProfileAssociations).toMatchObject([
      { AssociationId, State: 'associated' },
    ]);
    await ec2.send(new DisassociateIamInstanceProfileCommand({ AssociationId }));
    expect((await list()).IamInstanceProfileAssociations ?? []).toEqual([]);
  });

  it('has instances in one Region, page by page', async () => {
    for (const last of ['1', '2', '3'])
      aws().state.instances.push(newInstance({ id: instanceId.slice(0, -1) + last }));
    const { ec2 } = clientsOf(aws());
    const { Reservations, NextToken } = await ec2.send(new DescribeInstancesCommand({ MaxResults: 2 }));
    expect(Reservations).toHaveLength(2);
    const rest = await ec2.send(new DescribeInstancesCommand({ MaxResults: 2, NextToken }));
    expect([rest.Reservations?.length, rest.NextToken]).toEqual([1, undefined]);
    const elsewhere = clientsOf(aws(), { region: 'eu-west-1' }).ec2;
    expect((await elsewhere.send(new DescribeInstancesCommand({}))).Reservations ?? []).toEqual([]);
    const missing = new DescribeInstancesCommand({ InstanceIds: ['i-00000000000000000'] });
    expect(await refusal(ec2.send(missing))).toMatch(/^InvalidInstanceID\.NotFound:/);
  });
});

it('simulates policies of a role, its boundary, and what is told', async () => {
  const role = newRole({ name: 'web', inlinePolicies: { own: allow('s3:*') } });
  role.boundary = 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess';
  aws().state.roles.push(role);
  aws().state.simulations['iam:PassRole'] = { decision: 'implicitDeny', allowedByOrganizations: false };
  const { EvaluationResults } = await clientsOf(aws()).iam.send(
    new SimulatePrincipalPolicyCommand({
      PolicySourceArn: role.arn,
      ActionNames: ['s3:GetObject', 's3:PutObject', 'ec2:RunInstances', 'iam:PassRole'],
    }),
  );
  expect(EvaluationResults?.map(({ EvalDecision }) => EvalDecision)).toEqual([
    'allowed',
    'implicitDeny',
    'implicitDeny',
    'implicitDeny',
  ]);
  expect(EvaluationResults?.[0]?.MatchedStatements?.[0]?.SourcePolicyId).toBe('role_web_own');
  expect(EvaluationResults?.[1]?.PermissionsBoundaryDecisionDetail?.AllowedByPermissionsBoundary).toBe(false);
  expect(EvaluationResults?.[3]?.OrganizationsDecisionDetail?.AllowedByOrganizations).toBe(false);
});

it('reports what was last accessed, after a while', async () => {
  const role = newRole({ name: 'web' });
  aws().state.roles.push(role);
  aws().delays.lastAccessedReport = 1;
  const lastUsed = '2026-01-02T03:04:05.000Z';
  const actions = [{ name: 'GetObject', lastUsed }];
  const use = {
    name: 'Amazon S3',
    namespace: 's3',
    lastUsed,
    entityArn: role.arn,
    region: 'eu-west-1',
    actions,
  };
  aws().state.lastAccessed[role.arn] = [use, { name: 'AWS IAM', namespace: 'iam' }];
  const { iam } = clientsOf(aws());
  const generate = new GenerateServiceLastAccessedDetailsCommand({
    Arn: role.arn,
    Granularity: 'ACTION_LEVEL',
  });
  const { JobId } = await iam.send(generate);
  const report = () => iam.send(new GetServiceLastAccessedDetailsCommand({ JobId }));
  expect((await report()).JobStatus).toBe('IN_PROGRESS');
  const { JobStatus, ServicesLastAccessed } = await report();
  expect(JobStatus).toBe('COMPLETED');
  expect(ServicesLastAccessed?.[0]).toMatchObject({
    LastAuthenticated: new Date(lastUsed),
    TrackedActionsLastAccessed: [{ ActionName: 'GetObject' }],
  });
  expect(ServicesLastAccessed?.[1]?.LastAuthenticated).toBeUndefined();
  const { EntityDetailsList } = await iam.send(
    new GetServiceLastAccessedDetailsWithEntitiesCommand({ JobId, ServiceNamespace: 's3' }),
  );
  expect(EntityDetailsList?.[0]?.EntityInfo).toMatchObject({ Arn: role.arn, Type: 'ROLE' });
});

describe('Access Analyzer', () => {
  const policyType = 'IDENTITY_POLICY';

  it('finds what is told, page by page', async () => {
    const policyDocument = allow('s3:*');
    const at = { line: 1, column: 0, offset: 0 };
    const finding = {
      findingType: 'WARNING',
      issueCode: 'X',
      findingDetails: '',
      learnMoreLink: '',
      locations: [{ path: [{ key: 'Statement' }, { index: 0 }], span: { start: at, end: at } }],
    } as const;
    aws().state.findings[policyDocument] = [finding, finding, finding];
    const { accessAnalyzer } = clientsOf(aws());
    const validate = (more: object) =>
      accessAnalyzer.send(new ValidatePolicyCommand({ policyDocument, policyType, ...more }));
    const { findings, nextToken } = await validate({ maxResults: 2 });
    expect(findings).toEqual([finding, finding]);
    expect((await validate({ maxResults: 2, nextToken })).findings).toEqual([finding]);
    const other = new ValidatePolicyCommand({ policyDocument: allow('s3:Get*'), policyType });
    expect((await accessAnalyzer.send(other)).findings).toEqual([]);
  });

  it('compares, and looks for what is granted', async () => {
    const { accessAnalyzer } = clientsOf(aws());
    const [some, more] = [allow('s3:Get*'), allow('s3:*')];
    const newAccess = (newPolicyDocument: string) =>
      accessAnalyzer.send(
        new CheckNoNewAccessCommand({ existingPolicyDocument: some, newPolicyDocument, policyType }),
      );
    expect((await newAccess(some)).result).toBe('PASS');
    expect(await newAccess(more)).toMatchObject({ result: 'FAIL', reasons: [{ statementIndex: 0 }] });
    const granted = (action: string) =>
      accessAnalyzer.send(
        new CheckAccessNotGrantedCommand({
          policyDocument: some,
          access: [{ actions: [action] }],
          policyType,
        }),
      );
    expect((await granted('s3:GetObject')).result).toBe('FAIL');
    expect((await granted('s3:PutObject')).result).toBe('PASS');
    const open = (policyDocument: string) =>
      accessAnalyzer.send(
        new CheckNoPublicAccessCommand({
          policyDocument,
          resourceType: 'AWS::IAM::AssumeRolePolicyDocument',
        }),
      );
    expect((await open(trusting('*'))).result).toBe('FAIL');
    expect((await open(trusting({ AWS: alice }))).result).toBe('PASS');
    aws().state.checkResults['CheckNoPublicAccess'] = { result: 'PASS', message: 'told' };
    expect(await open(trusting('*'))).toMatchObject({ result: 'PASS', message: 'told' });
  });
});

it('looks events up, newest first, 50 a page', async () => {
  for (let minute = 0; minute < 60; minute++)
    aws().state.events.push({
      id: `e${minute}`,
      name: 'AssumeRole',
      source: 'sts.amazonaws.com',
      time: new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString(),
      user: 'Alice',
      resources: [{ type: 'AWS::IAM::Role', name: minute % 2 === 0 ? 'web' : 'other' }],
      event: '{}',
    });
  const { cloudTrail } = clientsOf(aws());
  const { Events, NextToken } = await cloudTrail.send(new LookupEventsCommand({}));
  expect(Events?.map(({ EventId }) => EventId).slice(0, 2)).toEqual(['e59', 'e58']);
  expect(Events?.[0]?.EventTime).toEqual(new Date('2026-01-01T00:59:00Z'));
  expect((await cloudTrail.send(new LookupEventsCommand({ NextToken }))).Events).toHaveLength(10);
  const LookupAttributes = [{ AttributeKey: 'ResourceName' as const, AttributeValue: 'web' }];
  const StartTime = new Date('2026-01-01T00:30:00Z');
  const some = await cloudTrail.send(new LookupEventsCommand({ LookupAttributes, StartTime }));
  expect(some.Events).toHaveLength(15);
});

describe('the console’s federation endpoint', () => {
  const ask = (parameters: Record<string, string>, init: RequestInit = {}) =>
    fetch(`${aws().url}/federation?${new URLSearchParams(parameters)}`, { redirect: 'manual', ...init });

  it('gives a token for a session, and takes it to a page of the console', async () => {
    const role = newRole({ name: 'web' });
    aws().state.roles.push(role);
    const answer = await clientsOf(aws()).sts.send(
      new AssumeRoleCommand({ RoleArn: role.arn, RoleSessionName: 'me' }),
    );
    const { accessKeyId, secretAccessKey, sessionToken = '' } = keysOf(answer);
    const Session = JSON.stringify({ sessionId: accessKeyId, sessionKey: secretAccessKey, sessionToken });
    const body = new URLSearchParams({ Action: 'getSigninToken', Session });
    const response = await ask({}, { method: 'POST', body });
    const { SigninToken = '' } = (await response.json()) as { SigninToken?: string };
    expect(aws().state.signins).toMatchObject([
      { token: SigninToken, arn: expect.stringContaining('/web/me') },
    ]);
    const Destination = 'https://console.aws.amazon.com/iam/home#/roles/details/web';
    const login = await ask({ Action: 'login', Issuer: 'x', Destination, SigninToken });
    expect([login.status, login.headers.get('location')]).toEqual([302, Destination]);
  });

  it('refuses what is no session', async () => {
    expect((await ask({ Action: 'getSigninToken', Session: '{}' })).status).toBe(400);
    expect((await ask({ Action: 'login', Destination: 'x', SigninToken: 'y' })).status).toBe(400);
  });
});

it('opens roles for a token of IAM Identity Center', async () => {
  aws().state.ssoTokens['token'] = [{ accountId: '123456789012', roleName: 'web' }];
  const ask = (token: string, role: string) =>
    fetch(`${aws().url}/federation/credentials?account_id=123456789012&role_name=${role}`, {
      headers: { 'x-amz-sso_bearer_token': token },
    });
  const answer = (await (await ask('token', 'web')).json()) as { roleCredentials: Record<string, unknown> };
  expect(answer.roleCredentials['expiration']).toBeGreaterThan(Date.now());
  expect([(await ask('token', 'other')).status, (await ask('old', 'web')).status]).toEqual([403, 401]);
});

it.each([
  ['aws-cn', 'cn-north-1'],
  ['aws-us-gov', 'us-gov-west-1'],
  ['aws', 'eu-central-1'],
])('is in the partition %s', async (partition, region) => {
  const other = await startFakeAws({ partition });
  try {
    const { iam, sts } = clientsOf(other, { region });
    expect((await sts.send(new GetCallerIdentityCommand())).Arn).toBe(
      `arn:${partition}:iam::123456789012:user/Alice`,
    );
    const role = { RoleName: 'web', AssumeRolePolicyDocument: trusting({ AWS: '123456789012' }) };
    expect((await iam.send(new CreateRoleCommand(role))).Role?.Arn).toBe(
      `arn:${partition}:iam::123456789012:role/web`,
    );
    const elsewhere = clientsOf(other, { region: 'eusc-de-east-1' });
    expect(await refusal(elsewhere.sts.send(new GetCallerIdentityCommand()))).toMatch(
      /^InvalidClientTokenId:/,
    );
  } finally {
    await other.stop();
  }
});
