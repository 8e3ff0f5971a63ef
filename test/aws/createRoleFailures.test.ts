import { describe, expect, it } from 'vitest';
import type { Reply } from '../scriptedUi.ts';
import { fakeAws, last, onLens, plainly, run } from './createRoleSession.ts';

describe('a failure', () => {
  const withPolicy: readonly Reply[] = [
    { type: 'plain' },
    { pick: 'Continue' },
    { pickMany: ['read-orders.json as inline'] },
    { type: 'read-orders' },
    { pick: 'Without one' },
    { pick: 'Create role plain' },
    { press: 'Create' },
  ];
  const denied = { denied: {} } as const;

  it('in the middle is rolled back, with the missing permission at hand', async () => {
    const fake = await fakeAws();
    fake.fail('PutRolePolicy', denied);
    const person = await run({
      url: fake.url,
      argument: onLens,
      replies: [...withPolicy, { press: 'Roll Back' }, { press: 'Copy Statement' }],
    });
    expect(fake.state.roles).toEqual([]);
    expect(last(person.log)).toMatch(/^fail: Undo: Create role plain: done, nothing of this run is left\./);
    expect(JSON.parse(person.copied[0] ?? '')).toMatchObject({
      Effect: 'Allow',
      Action: 'iam:PutRolePolicy',
    });
  });

  it('in the middle can be kept, and what is kept is told', async () => {
    const fake = await fakeAws();
    fake.fail('PutRolePolicy', denied);
    const person = await run({
      url: fake.url,
      argument: onLens,
      replies: [...withPolicy, { press: 'Keep' }, { press: 'Open as Policy' }],
    });
    expect(fake.state.roles.map(({ name }) => name)).toEqual(['plain']);
    expect(last(person.log)).toMatch(/Kept: Create role plain\./);
    expect(JSON.parse(person.edited[0] ?? '').Statement).toMatchObject([{ Action: 'iam:PutRolePolicy' }]);
  });

  it('in the middle can be gone on with by hand', async () => {
    const fake = await fakeAws();
    fake.fail('PutRolePolicy', denied);
    const person = await run({
      url: fake.url,
      argument: onLens,
      replies: [...withPolicy, { press: 'Copy Remaining Commands' }],
    });
    expect(person.copied).toHaveLength(1);
    expect(last(person.log)).toContain('The commands for the rest are on the clipboard.');
  });

  it('to roll back names what is left', async () => {
    const fake = await fakeAws();
    fake.fail('PutRolePolicy', denied);
    fake.fail('DeleteRole', denied);
    const person = await run({
      url: fake.url,
      argument: onLens,
      replies: [...withPolicy, { press: 'Roll Back' }, { press: 'Copy Remaining Commands' }],
    });
    expect(last(person.log)).toContain('not all could be undone. Still there: “Create role plain”');
    expect(person.copied).toHaveLength(1);
  });

  it('because of a policy that AWS refuses leads to the place in it', async () => {
    const fake = await fakeAws();
    fake.fail('PutRolePolicy', {
      code: 'MalformedPolicyDocument',
      message: 'Resource arn:aws:s3:::amzn-s3-demo-bucket/* can not contain region information.',
    });
    const person = await run({
      url: fake.url,
      argument: onLens,
      replies: [...withPolicy, { press: 'Roll Back' }, { press: 'Open Policy' }],
    });
    expect(person.opened).toEqual(['file:///roles/read-orders.json:7:20']);
  });

  it('at the first step leaves nothing to roll back', async () => {
    const fake = await fakeAws();
    fake.fail('CreateRole', denied);
    const person = await run({ url: fake.url, argument: onLens, replies: [...plainly, { press: 'Create' }] });
    expect(last(person.log)).toMatch(/^fail: Create role plain: .* Nothing was changed\./);
  });

  it('of the network is told in words', async () => {
    const person = await run({ url: 'http://127.0.0.1:9', argument: onLens, replies: [] });
    expect(last(person.log)).toMatch(/^fail: .*127\.0\.0\.1:9/);
  }, 60_000);

  it('is none where no profile was chosen', async () => {
    const person = await run({ url: undefined, replies: [] });
    expect(person.log).toEqual([]);
  });

  it('after a cancellation is asked about as well', async () => {
    const fake = await fakeAws();
    const person = await run({
      url: fake.url,
      argument: onLens,
      before: ({ cancelWhen }) => cancelWhen(/^2\/3/),
      replies: [
        ...withPolicy.slice(0, 2),
        { pickMany: ['read-orders.json as inline', 'AmazonS3ReadOnlyAccess'] },
        ...withPolicy.slice(3),
        { press: 'Roll Back' },
      ],
    });
    expect(person.log.find((line) => line.startsWith('confirm: Create role plain: cancelled.'))).toContain(
      'Done so far:',
    );
    expect(fake.state.roles).toEqual([]);
  });
});
