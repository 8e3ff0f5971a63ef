import { expect, it } from 'vitest';
import { motoOfThisFile } from './moto.ts';

const moto = motoOfThisFile();

async function call(action: string): Promise<string> {
  const answer = await fetch(moto.url, {
    method: 'POST',
    headers: {
      Authorization: 'AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE/20260101/us-east-1/iam/aws4_request',
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: `Action=${action}&Version=2010-05-08`,
  });
  return answer.text();
}

it('answers as IAM, with AWS managed policies', async () => {
  expect(await call('GetPolicy&PolicyArn=arn:aws:iam::aws:policy/ReadOnlyAccess')).toContain(
    '<PolicyName>ReadOnlyAccess',
  );
});

it('forgets what was made', async () => {
  await call('CreateInstanceProfile&InstanceProfileName=left-over');
  expect(await call('ListInstanceProfiles')).toContain('left-over');
  await moto.reset();
  expect(await call('ListInstanceProfiles')).toContain('<InstanceProfiles/>');
});
