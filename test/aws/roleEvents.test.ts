import { describe, expect, test } from 'vitest';
import { showRoleEvents } from '../../client/src/commands/review/showRoleEvents.ts';
import { newRole } from './fake/seeds.ts';
import type { FakeEvent } from './fake/state.ts';
import { must } from './must.ts';
import { harmful, hostile, reviewBench } from './reviewBench.ts';

const bench = reviewBench();
const account = '123456789012';
const roleArn = `arn:aws:iam::${account}:role/deploy`;
const alice = `arn:aws:iam::${account}:user/Alice`;

let count = 0;
function add(about: Partial<FakeEvent> & { readonly record: object }) {
  const { record, ...more } = about;
  const time = new Date(Date.now() - ++count * 60_000).toISOString();
  bench.fake.state.events.push({
    id: `event-${count}`,
    name: 'Some',
    source: 'sts.amazonaws.com',
    time,
    user: 'Alice',
    resources: [],
    event: JSON.stringify(record),
    ...more,
  });
}

function addAssumed(session: string, more: object = {}) {
  add({
    name: 'AssumeRole',
    resources: [{ type: 'AWS::IAM::Role', name: roleArn }],
    record: {
      eventName: 'AssumeRole',
      eventSource: 'sts.amazonaws.com',
      sourceIPAddress: '203.0.113.7',
      userIdentity: { type: 'IAMUser', arn: alice },
      requestParameters: { roleArn, roleSessionName: session },
      ...more,
    },
  });
}

function addCall(
  session: string,
  eventSource: string,
  eventName: string,
  more: object = {},
  issuer = roleArn,
) {
  add({
    name: eventName,
    source: eventSource,
    user: session,
    record: {
      eventName,
      eventSource,
      sourceIPAddress: '203.0.113.7',
      userIdentity: {
        type: 'AssumedRole',
        arn: `arn:aws:sts::${account}:assumed-role/deploy/${session}`,
        sessionContext: { sessionIssuer: { type: 'Role', arn: issuer } },
      },
      ...more,
    },
  });
}

const denied = (action: string, resource: string, why = 'because no identity-based policy allows it') => ({
  errorCode: 'AccessDenied',
  errorMessage: `User: arn:aws:sts::${account}:assumed-role/deploy/release is not authorized to perform: ${action} on resource: ${resource} ${why}`,
});

function addRole() {
  bench.fake.state.roles.push(newRole({ name: 'deploy' }));
}

describe('Show Events of a Role', () => {
  test('shows who assumed it from where, what was called, and what was denied', async () => {
    addRole();
    addAssumed('release');
    addAssumed('other');
    addCall('release', 'lambda.amazonaws.com', 'UpdateFunctionCode20150331v2');
    const queue = `arn:aws:sqs:us-east-1:${account}:orders`;
    addCall('release', 'sqs.amazonaws.com', 'CreateQueue', denied('sqs:CreateQueue', queue));
    addCall('release', 'sqs.amazonaws.com', 'CreateQueue', denied('sqs:CreateQueue', queue));
    addCall(
      'release',
      'kms.amazonaws.com',
      'Decrypt',
      denied('kms:Decrypt', '*', 'with an explicit deny in a service control policy'),
    );
    addCall('release', 'ec2.amazonaws.com', 'StartInstances', {
      errorCode: 'Client.UnauthorizedOperation',
      errorMessage:
        'You are not authorized to perform this operation. Encoded authorization failure message: abc',
    });
    addCall('release', 's3.amazonaws.com', 'GetBucketAcl', {}, `arn:aws:iam::${account}:role/another`);
    const { report, person, waits } = await bench.run(showRoleEvents, 'deploy', [
      { press: 'Allow What Was Denied…' },
      { pickMany: ['sqs:CreateQueue', 'ec2:StartInstances'] },
    ]);
    expect(report).toContain('assumed 2 times, 5 calls in its sessions, 4 of them refused');
    expect(report).toMatch(
      new RegExp(`\`sts:AssumeRole\` \\| \`${alice}\` \\| \`release\` \\| \`203.0.113.7\``),
    );
    expect(report).toContain('`lambda:UpdateFunctionCode20150331v2`');
    expect(report).not.toContain('GetBucketAcl');
    expect(report).toContain(`| \`sqs:CreateQueue\` | \`${queue}\` | 2 |`);
    expect(report).toContain('and no Allow outdoes it');
    expect(report).toContain('Region us-east-1');
    expect(waits).toEqual([500, 500]);
    expect(person.lists[0]?.map(({ label }) => label)).toEqual(['sqs:CreateQueue', 'ec2:StartInstances']);
    expect(JSON.parse(must(person.edited[0])).Statement).toEqual([
      { Effect: 'Allow', Action: 'sqs:CreateQueue', Resource: queue },
      { Effect: 'Allow', Action: 'ec2:StartInstances', Resource: '*' },
    ]);
  });

  test('shows that it could not be assumed, and by which service it was', async () => {
    addRole();
    addAssumed('x', { errorCode: 'AccessDenied', errorMessage: 'no' });
    addAssumed('i-0123', { userIdentity: { type: 'AWSService', invokedBy: 'ec2.amazonaws.com' } });
    const { report, person } = await bench.run(showRoleEvents, 'deploy', []);
    expect(report).toContain('| `x` | `203.0.113.7` | AccessDenied |');
    expect(report).toContain('`ec2.amazonaws.com`');
    expect(person.log.at(-1)).toBe('inform: deploy: 2 events in CloudTrail, nothing denied.');
  });

  test('reads several pages, and says when it ends before the end', async () => {
    addRole();
    for (let index = 0; index < 230; index++) addAssumed(`session-${index % 12}`);
    const { report } = await bench.run(showRoleEvents, 'deploy', []);
    expect(report).toContain('assumed 200 times');
    expect(report).toContain('There are more events than were read.');
    expect(report).toContain('the latest 10 of 12 were looked up');
    expect(report).toContain('and 100 more.');
  });

  test('survives records that are none', async () => {
    addRole();
    add({ resources: [{ type: 'AWS::IAM::Role', name: roleArn }], record: {}, event: 'no JSON' });
    add({ resources: [{ type: 'AWS::IAM::Role', name: roleArn }], record: {}, event: 'null' });
    const { report } = await bench.run(showRoleEvents, 'deploy', []);
    expect(report).toContain('assumed 0 times');
  });

  test('tells the permission that is missing', async () => {
    addRole();
    bench.fake.fail('LookupEvents', { denied: {} });
    const { person } = await bench.run(showRoleEvents, 'deploy', [{ press: 'Copy Statement' }]);
    expect(person.copied[0]).toContain('cloudtrail:LookupEvents');
  });

  test('outlasts throttling', async () => {
    addRole();
    addAssumed('release');
    bench.fake.fail('LookupEvents', 'throttlingException', 2);
    const { report } = await bench.run(showRoleEvents, 'deploy', []);
    expect(report).toContain('assumed once');
  });

  test('shows hostile session names and messages as text', async () => {
    addRole();
    addAssumed(hostile, { sourceIPAddress: hostile, userIdentity: { arn: hostile } });
    addCall(hostile, 'sqs.amazonaws.com', hostile, denied('sqs:CreateQueue', hostile));
    const { report } = await bench.run(showRoleEvents, 'deploy', []);
    expect(report).toContain('gnp.exe');
    expect(report.replace(/`[^`]*`/g, '')).not.toMatch(harmful);
    expect(report).not.toContain('\u202e');
  });
});
