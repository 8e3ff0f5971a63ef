/** A role with a past, in the fake AWS: what it may do, what it used of that, and what CloudTrail recorded of it. */
import { exampleAccount, newPolicy, newRole, trusting } from '../aws/fake/seeds.ts';
import type { FakeEvent, FakeState } from '../aws/fake/state.ts';

export const role = 'orders-worker';
const roleArn = `arn:aws:iam::${exampleAccount}:role/${role}`;
export const alice = `arn:aws:iam::${exampleAccount}:user/Alice`;
export const queue = `arn:aws:sqs:eu-west-1:${exampleAccount}:orders-retried`;
const bucket = 'arn:aws:s3:::amzn-s3-demo-bucket';
const session = 'release-42';
const day = 24 * 3_600_000;

/** What a colleague with bad intentions puts wherever AWS lets them. */
export const hostile = '<img src=x onerror=alert(1)> [x](command:workbench.action.quit) \u202egnp.exe';

const storage = [
  { Effect: 'Allow', Action: ['s3:GetObject', 's3:PutObject'], Resource: `${bucket}/orders/*` },
  {
    Effect: 'Allow',
    Action: 'dynamodb:*',
    Resource: `arn:aws:dynamodb:eu-west-1:${exampleAccount}:table/orders`,
  },
];
const queues = [
  {
    Effect: 'Allow',
    Action: ['sqs:SendMessage', 'sqs:DeleteQueue', 'sqs:PurgeQueue', 'sns:Publish'],
    Resource: '*',
  },
];

/** Adds the role, which Alice may assume. */
export function addReviewedRole(state: FakeState): void {
  const policy = newPolicy({ name: 'orders-queues' }, written(queues));
  state.policies.push(policy);
  state.roles.push(
    newRole({
      name: role,
      description: hostile,
      trustPolicy: trusting({ AWS: alice }),
      inlinePolicies: { 'orders-storage': written(storage) },
      attachedPolicies: [policy.arn],
    }),
  );
  const used = { region: 'eu-west-1', entityArn: roleArn };
  state.lastAccessed[roleArn] = [
    { name: 'Amazon S3', namespace: 's3', lastUsed: ago(2), ...used },
    {
      name: 'Amazon SQS',
      namespace: 'sqs',
      lastUsed: ago(1),
      ...used,
      actions: [{ name: 'SendMessage', lastUsed: ago(1) }, { name: 'DeleteQueue' }, { name: 'PurgeQueue' }],
    },
    { name: 'Amazon DynamoDB', namespace: 'dynamodb' },
    { name: 'Amazon SNS', namespace: 'sns' },
  ];
}

/** Adds what CloudTrail has of the role: who assumed it, and calls in a session of it, two kinds of them denied. */
export function addEvents(state: FakeState, assumedBy: readonly string[] = [alice]): void {
  let count = 0;
  const add = (name: string, source: string, user: string, record: object) => {
    count += 1;
    state.events.push({
      id: `event-${count}`,
      name,
      source,
      time: new Date(Date.now() - count * 4 * 60_000).toISOString(),
      user,
      resources: name === 'AssumeRole' ? [{ type: 'AWS::IAM::Role', name: roleArn }] : [],
      event: JSON.stringify({
        eventName: name,
        eventSource: source,
        sourceIPAddress: '203.0.113.7',
        ...record,
      }),
    } satisfies FakeEvent);
  };
  const call = (service: string, operation: string, more: object = {}) =>
    add(operation, `${service}.amazonaws.com`, session, {
      userIdentity: {
        type: 'AssumedRole',
        arn: sessionArn,
        sessionContext: { sessionIssuer: { type: 'Role', arn: roleArn } },
      },
      ...more,
    });
  call('sqs', 'CreateQueue', denied('sqs:CreateQueue', queue));
  call('lambda', 'UpdateFunctionCode20150331v2');
  call('sqs', 'CreateQueue', denied('sqs:CreateQueue', queue));
  call('kms', 'Decrypt', denied('kms:Decrypt', '*', 'with an explicit deny in a service control policy'));
  for (const who of assumedBy)
    add('AssumeRole', 'sts.amazonaws.com', 'Alice', {
      userIdentity: { type: 'IAMUser', arn: who },
      requestParameters: { roleArn, roleSessionName: session },
    });
}

const sessionArn = `arn:aws:sts::${exampleAccount}:assumed-role/${role}/${session}`;

function denied(
  action: string,
  resource: string,
  why = 'because no identity-based policy allows the action',
) {
  const errorMessage = `User: ${sessionArn} is not authorized to perform: ${action} on resource: ${resource} ${why}`;
  return { errorCode: 'AccessDenied', errorMessage };
}

function written(statements: readonly object[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

function ago(days: number): string {
  return new Date(Date.now() - days * day).toISOString();
}
