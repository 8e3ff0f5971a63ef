const patience = 20_000;
const interval = 50;

/** Asks until the answer fulfils the condition and gives it back; fails with the last answer after 20 seconds. */
export async function waitFor<T>(
  produce: () => T | PromiseLike<T>,
  condition: (value: T) => boolean,
): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const value = await produce();
    if (condition(value)) return value;
    if (Date.now() > end)
      throw new Error(`Waited ${patience / 1000} s in vain. At last: ${JSON.stringify(value)}`);
    await new Promise((settle) => setTimeout(settle, interval));
  }
}
