import { tellErrors } from '../ui/tellErrors.ts';
import type { Ui } from '../ui/ui.ts';

/** Runs a command that has to do with AWS, which none may in a folder that is not trusted; tells its errors. */
export async function runAwsCommand(
  { ui, isTrusted }: { readonly ui: Pick<Ui, 'warn' | 'fail'>; readonly isTrusted: boolean },
  run: () => unknown,
): Promise<void> {
  if (!isTrusted) {
    void ui.warn(
      'Commands that call AWS are off, because this folder is not trusted and they use your credentials. Trust it first.',
    );
    return;
  }
  await tellErrors(ui, run);
}
