import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { latestCheck, type Severe } from '../../../../client/src/ui/latestCheck.ts';
import type { InputQuestion } from '../../../../client/src/ui/ui.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function checking(validate: InputQuestion['validate']) {
  const shown: (Severe | undefined)[] = [];
  let busy = false;
  const check = latestCheck(validate, {
    show: (complaint) => void shown.push(complaint),
    busy(isBusy) {
      busy = isBusy;
    },
  });
  return { check, shown, isBusy: () => busy };
}

/** Answers when told to, in any order. */
function slowly() {
  const answers = new Map<string, (complaint: string | undefined) => void>();
  const validate = (text: string) =>
    new Promise<string | undefined>((settle) => void answers.set(text, settle));
  return { validate, answer: (text: string, complaint?: string) => answers.get(text)?.(complaint), answers };
}

describe('what is typed', () => {
  test('is checked once, when no more comes', async () => {
    const checked: string[] = [];
    const { check, shown } = checking((text) => {
      checked.push(text);
      return `${text} is wrong`;
    });
    for (const text of ['a', 'ab', 'abc']) check.changed(text);
    await vi.advanceTimersByTimeAsync(249);
    expect(checked).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(checked).toEqual(['abc']);
    expect(shown).toEqual([{ severity: 'error', message: 'abc is wrong' }]);
  });

  test('shows nothing of an older text, whichever answer comes first', async () => {
    const { validate, answer } = slowly();
    const { check, shown, isBusy } = checking(validate);
    check.changed('old');
    await vi.advanceTimersByTimeAsync(250);
    check.changed('new');
    await vi.advanceTimersByTimeAsync(250);
    answer('new', 'new is taken');
    await vi.advanceTimersByTimeAsync(0);
    expect(isBusy()).toBe(false);
    answer('old', 'old is taken');
    await vi.advanceTimersByTimeAsync(0);
    expect(shown).toEqual([{ severity: 'error', message: 'new is taken' }]);
  });

  test('is not accepted before it was checked, however fast Enter comes', async () => {
    const { validate, answer, answers } = slowly();
    const { check } = checking(validate);
    check.changed('taken');
    const accepted = check.accepts('taken');
    answer('taken', 'it is taken');
    expect(await accepted).toBe(false);
    await vi.advanceTimersByTimeAsync(1000);
    expect([...answers.keys()]).toEqual(['taken']);
  });

  test('is not accepted when it changed meanwhile', async () => {
    const { validate, answer } = slowly();
    const { check } = checking(validate);
    const accepted = check.accepts('one');
    check.changed('other');
    answer('one');
    expect(await accepted).toBe(false);
  });

  test('is accepted with a warning, and where nobody could check it', async () => {
    const { check } = checking(() => ({ severity: 'warning', message: 'rather not' }));
    expect(await check.accepts('x')).toBe(true);
    const failing = checking(() => Promise.reject(new Error('no network')));
    expect(await failing.check.accepts('x')).toBe(true);
    expect(failing.shown).toEqual([{ severity: 'warning', message: 'no network' }]);
  });

  test('is accepted where nothing checks it', async () => {
    expect(await checking(undefined).check.accepts('x')).toBe(true);
  });

  test('says nothing after the box is gone', async () => {
    const { check, shown } = checking(() => 'wrong');
    check.changed('x');
    check.dispose();
    await vi.advanceTimersByTimeAsync(1000);
    expect(shown).toEqual([]);
  });
});
