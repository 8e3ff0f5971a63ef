import { afterAll, beforeAll } from 'vitest';
import { type MotoServer, startMoto } from '../../scripts/aws/motoServer.mts';

/** One moto for all tests of a file; call it once, outside of tests. What a test makes is there for the next. */
export function motoOfThisFile(): Pick<MotoServer, 'url' | 'reset'> {
  let server: MotoServer | undefined;
  beforeAll(async () => {
    server = await startMoto();
  }, 60_000);
  afterAll(() => server?.stop());
  const running = (): MotoServer => {
    if (server === undefined) throw new Error('moto runs while a test does, not before.');
    return server;
  };
  return {
    get url() {
      return running().url;
    },
    reset: () => running().reset(),
  };
}
