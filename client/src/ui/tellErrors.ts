import { Cancelled } from '../roles/awsError.ts';
import type { Ui } from './ui.ts';

/** Runs something that the user asked for and tells its error; nothing where the user ended it. */
export async function tellErrors(ui: Pick<Ui, 'fail'>, run: () => unknown): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof Cancelled)) await ui.fail(error instanceof Error ? error.message : String(error));
  }
}
