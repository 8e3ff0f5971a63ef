import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sharedCredentials } from '../../../../client/src/aws/sharedCredentials.ts';
import type { SessionCredentials } from '../../../../client/src/roles/awsApi.ts';

const minute = 60_000;
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Each time another key; they last this long from now. */
function source(minutes: number | undefined) {
  let count = 0;
  return vi.fn(async (): Promise<SessionCredentials> => {
    const expiration = minutes === undefined ? undefined : new Date(Date.now() + minutes * minute);
    return { accessKeyId: `AKIA${++count}`, secretAccessKey: 's', sessionToken: undefined, expiration };
  });
}

it('those who ask at once share one question', async () => {
  const ask = source(60);
  const { get } = sharedCredentials(ask);
  const [one, other] = await Promise.all([get(), get()]);
  expect(one).toBe(other);
  expect(await get()).toBe(one);
  expect(ask).toHaveBeenCalledTimes(1);
});

it('they are got anew when fewer than 5 minutes are left', async () => {
  const ask = source(60);
  const { get } = sharedCredentials(ask);
  await get();
  vi.advanceTimersByTime(55 * minute);
  expect((await get()).accessKeyId).toBe('AKIA1');
  vi.advanceTimersByTime(1);
  const [one, other] = await Promise.all([get(), get()]);
  expect([one.accessKeyId, other.accessKeyId]).toEqual(['AKIA2', 'AKIA2']);
  expect(ask).toHaveBeenCalledTimes(2);
});

it('long-term ones stay until they are forgotten', async () => {
  const { get, forget } = sharedCredentials(source(undefined));
  await get();
  vi.advanceTimersByTime(100_000 * minute);
  expect((await get()).accessKeyId).toBe('AKIA1');
  forget();
  expect((await get()).accessKeyId).toBe('AKIA2');
});

it('a failure is not remembered', async () => {
  const ask = source(60).mockRejectedValueOnce(new Error('no code'));
  const { get } = sharedCredentials(ask);
  await expect(get()).rejects.toThrow('no code');
  expect((await get()).accessKeyId).toBe('AKIA1');
});

it('what was under way when they were forgotten is not kept', async () => {
  const ask = source(60);
  const { get, forget } = sharedCredentials(ask);
  const before = get();
  forget();
  const after = get();
  expect([(await before).accessKeyId, (await after).accessKeyId]).toEqual(['AKIA1', 'AKIA2']);
  expect((await get()).accessKeyId).toBe('AKIA2');
});
