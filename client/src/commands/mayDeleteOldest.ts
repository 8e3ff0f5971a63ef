import type { Ui } from '../ui/ui.ts';

/** Asks before the oldest of five versions of a policy makes room for the next. */
export async function mayDeleteOldest({ confirm }: Pick<Ui, 'confirm'>, policy: string): Promise<boolean> {
  const answer = await confirm({
    message: `${policy} has five versions, and AWS keeps no more. Delete its oldest version to make room?`,
    detail: 'The default version stays until the new one takes its place.',
    buttons: ['Delete Oldest Version'],
  });
  return answer !== undefined;
}
