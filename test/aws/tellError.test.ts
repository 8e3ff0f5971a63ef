import { describe, expect, it } from 'vitest';
import { tellError } from '../../client/src/commands/tellError.ts';
import { AwsError } from '../../client/src/roles/awsError.ts';
import { type Reply, scriptedUi } from '../scriptedUi.ts';
import { servedPolicies } from '../servedPolicies.ts';
import { connectionTo } from './connection.ts';
import { encodeAuthorizationMessage } from './fake/sts/authorizationMessage.ts';
import { fakeOfEachTest } from './fakeClients.ts';
import { roleCommandParts } from './roleCommands.ts';

const aws = fakeOfEachTest();
const principal = 'arn:aws:iam::123456789012:user/Alice';

async function told(encoded: string, ...replies: readonly Reply[]) {
  const policies = await servedPolicies({});
  const person = scriptedUi({ press: 'Decode Message' }, ...replies);
  const [caller] = aws().state.callers;
  const credentials = {
    accessKeyId: caller?.accessKeyId ?? '',
    secretAccessKey: caller?.secretAccessKey ?? '',
    sessionToken: undefined,
    expiration: undefined,
  };
  const awsMessage = `You are not authorized to perform this operation. Encoded authorization failure message: ${encoded}`;
  const error = new AwsError('You may not do this.', {
    code: 'UnauthorizedOperation',
    operation: 'ec2:AssociateIamInstanceProfile',
    awsMessage,
    requestId: undefined,
    denied: undefined,
  });
  try {
    await tellError(
      roleCommandParts(person, policies, connectionTo(aws().url, { credentials: async () => credentials })),
      error,
    );
  } finally {
    policies.dispose();
  }
  expect(person.left).toEqual([]);
  return person;
}

describe('a refusal that EC2 encodes', () => {
  it('is decoded on a button, and ends in the statement that is missing', async () => {
    const denied = { principal, action: 'iam:PassRole', resource: 'arn:aws:iam::123456789012:role/orders' };
    const encoded = encodeAuthorizationMessage({ ...denied, explicit: false });
    const person = await told(encoded, { press: 'Copy Statement' });
    expect(person.log.join('\n')).toContain(
      `${principal} may not iam:PassRole on ${denied.resource}, because no policy allows it.`,
    );
    expect(JSON.parse(person.copied.at(-1) ?? '')).toMatchObject({
      Action: 'iam:PassRole',
      Resource: denied.resource,
    });
  });

  it('offers no statement where another denies', async () => {
    const encoded = encodeAuthorizationMessage({
      principal,
      action: 'ec2:AssociateIamInstanceProfile',
      resource: '*',
      explicit: true,
    });
    const person = await told(encoded);
    expect(person.log.at(-1)).toContain('because a statement of a policy denies it.');
    expect(person.log.at(-1)).not.toContain('Copy Statement');
  });

  it('says why, where it cannot be decoded', async () => {
    const person = await told('bm90IGpzb24');
    expect(person.log.at(-1)).toMatch(/^fail: AWS cannot read this encoded message/);
  });
});
