import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { DescribeInstancesCommand, EC2Client } from '@aws-sdk/client-ec2';
import { IAMClient, ListRolesCommand } from '@aws-sdk/client-iam';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Sandbox, sandboxProfile, startSandbox } from '../../scripts/aws/sandbox.mts';

let sandbox: Sandbox;

beforeAll(async () => {
  process.env['AWS_SESSION_TOKEN'] = 'of a real account';
  sandbox = await startSandbox();
}, 120_000);

afterAll(async () => {
  delete process.env['AWS_SESSION_TOKEN'];
  await sandbox.stop();
});

/** The lines of a file that a variable of the sandbox's environment names. */
function linesOf(variable: string): readonly string[] {
  return readFileSync(sandbox.variables[variable] ?? '', 'utf8').split('\n');
}

it('gives the editor one profile, and nothing of the account outside', () => {
  const { stdout } = spawnSync(process.execPath, ['-p', 'JSON.stringify(process.env)'], {
    env: { ...process.env, ...sandbox.variables },
    encoding: 'utf8',
  });
  const given: Record<string, string> = JSON.parse(stdout);
  const names = Object.keys(given).filter((name) => name.startsWith('AWS_'));
  expect(names.sort()).toEqual([
    'AWS_CONFIG_FILE',
    'AWS_EC2_METADATA_DISABLED',
    'AWS_PROFILE',
    'AWS_SHARED_CREDENTIALS_FILE',
  ]);
  expect(given['AWS_PROFILE']).toBe(sandboxProfile);
  expect(linesOf('AWS_CONFIG_FILE')).toEqual([
    `[profile ${sandboxProfile}]`,
    'region = eu-west-1',
    `endpoint_url = ${sandbox.url}`,
    '',
  ]);
});

it('has a user, roles and instances to try commands on', async () => {
  const values = linesOf('AWS_SHARED_CREDENTIALS_FILE').map((line) => line.split(' = ')[1] ?? '');
  const [, accessKeyId = '', secretAccessKey = ''] = values;
  const credentials = { accessKeyId, secretAccessKey };
  const config = { endpoint: sandbox.url, region: 'eu-west-1', credentials };
  const { Arn } = await new STSClient(config).send(new GetCallerIdentityCommand());
  expect(Arn).toBe('arn:aws:iam::123456789012:user/Alice');
  const { Roles } = await new IAMClient(config).send(new ListRolesCommand());
  expect(Roles?.map(({ RoleName }) => RoleName).sort()).toEqual([
    'AWSServiceRoleForAutoScaling',
    'Deploy',
    'Reporting',
    'Vendor',
    'WebServer',
  ]);
  const { Reservations } = await new EC2Client(config).send(new DescribeInstancesCommand());
  const profiles = Reservations?.flatMap(({ Instances }) => Instances ?? []).map(
    ({ IamInstanceProfile }) => IamInstanceProfile?.Arn,
  );
  expect(profiles?.sort()).toEqual(['arn:aws:iam::123456789012:instance-profile/WebServer', undefined]);
});

it('leaves no file behind', async () => {
  await sandbox.stop();
  expect(existsSync(sandbox.variables['AWS_CONFIG_FILE'] ?? '')).toBe(false);
});
