import { describe, expect, test } from 'vitest';
import { AwsError } from '../../../../../client/src/roles/awsError.ts';
import { workThrough } from '../../../../../client/src/roles/review/workThrough.ts';

const refused = (code: string) =>
  new AwsError(code, {
    code,
    operation: 'iam:GetRole',
    awsMessage: '',
    requestId: undefined,
    denied: undefined,
  });
const numbers = Array.from({ length: 30 }, (_, index) => index);
const ports = { done: () => {}, mend: async () => false, wait: async () => {} };

describe('working through a list', () => {
  test('does all, in its order', async () => {
    const results = await workThrough(numbers, async (one) => one * 2, ports);
    expect([...results]).toEqual(numbers.map((one) => [one, one * 2]));
  });

  test('keeps what is done, asks once however many fail, and goes on', async () => {
    let isExpired = false;
    const asked: number[] = [];
    const worked: number[] = [];
    const results = await workThrough(
      numbers,
      async (one) => {
        await Promise.resolve();
        if (one === 10 && asked.length === 0) isExpired = true;
        if (isExpired) throw refused('ExpiredToken');
        worked.push(one);
        return one;
      },
      {
        ...ports,
        async mend(_, done) {
          asked.push(done);
          isExpired = false;
          return true;
        },
      },
    );
    expect(asked).toHaveLength(1);
    expect(asked[0]).toBeGreaterThan(0);
    expect(results.size).toBe(30);
    expect(new Set(worked).size).toBe(worked.length);
  });

  test('ends with what is done when it is not mended', async () => {
    const results = await workThrough(
      numbers,
      async (one) => {
        if (one >= 12) throw refused('ExpiredToken');
        return one;
      },
      ports,
    );
    expect([...results.keys()]).toEqual(numbers.slice(0, 12));
  });

  test('waits longer each time it is throttled, and then asks', async () => {
    const waits: number[] = [];
    let asked = 0;
    await workThrough(
      [1],
      async () => {
        throw refused('Throttling');
      },
      {
        ...ports,
        wait: async (milliseconds) => void waits.push(milliseconds),
        async mend() {
          asked++;
          return false;
        },
      },
    );
    expect(waits).toEqual([2000, 5000, 10_000, 20_000]);
    expect(asked).toBe(1);
  });

  test('gives up at once over what is no error of AWS', async () => {
    const worked: number[] = [];
    const work = async (one: number) => {
      worked.push(one);
      if (one === 2) throw new Error('a mistake');
    };
    await expect(workThrough(numbers, work, ports)).rejects.toThrow('a mistake');
    expect(worked.length).toBeLessThan(10);
  });
});
