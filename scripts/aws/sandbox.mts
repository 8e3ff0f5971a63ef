/** An AWS account to try commands on, which is none: moto on this machine, and a profile that leads there. */
import { writeEmulatorProfile } from './emulatorProfile.mts';
import { startMoto } from './motoServer.mts';
import { seedSandbox } from './seedSandbox.mts';

export const sandboxProfile = 'iam-roles-sandbox';

export interface Sandbox {
  readonly url: string;
  /** For the editor, beside the other variables of this process. */
  readonly variables: Readonly<NodeJS.ProcessEnv>;
  /** What was put into the account, in words. */
  readonly content: string;
  stop(): Promise<void>;
}

/** Settles when the account is ready; throws an `Error` when moto is not installed. The files of ~/.aws are left alone. */
export async function startSandbox(): Promise<Sandbox> {
  const moto = await startMoto();
  const { keys, content } = await seedSandbox(moto.url);
  const { variables, remove } = writeEmulatorProfile(sandboxProfile, moto.url, keys);
  process.once('exit', remove);
  return {
    url: moto.url,
    content,
    variables,
    async stop() {
      process.off('exit', remove);
      remove();
      await moto.stop();
    },
  };
}
