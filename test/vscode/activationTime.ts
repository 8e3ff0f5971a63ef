import { commands, window } from 'vscode';
import { waitFor } from './waitFor.ts';
import { closeAll } from './workbench.ts';

/** Milliseconds, as VS Code measured them when this window activated the extension. */
export interface ActivationTime {
  /** To read and run dist/extension.js. */
  readonly loadCode: number;
  /** From the call of `activate` to its end. */
  readonly callActivate: number;
}

/**
 * Undefined where VS Code keeps no such marks. Its report's own column “Load Code” is not taken, as that counts
 * waiting for other extensions and for the workbench as well.
 */
export async function activationTime(): Promise<ActivationTime | undefined> {
  const before = markOf('willLoadExtensionCode');
  const after = markOf('didLoadExtensionCode');
  if (before === undefined || after === undefined) return undefined;
  await commands.executeCommand('perfview.show');
  const report = await waitFor(
    () => window.activeTextEditor?.document.getText() ?? '',
    (text) => row.test(text),
  );
  await closeAll();
  return { loadCode: after - before, callActivate: Number(row.exec(report)?.[1]) };
}

/** The extension's row in Developer: Startup Performance: its name, eager, load code, call activate. */
const row = /^\| iam-roles\.iam-roles +\| \w+ +\| \d+ +\| (\d+) +\|/m;

/** The time of a mark that the extension host sets when it loads an extension. */
function markOf(name: string): number | undefined {
  const { MonacoPerformanceMarks: marks } = globalThis as typeof globalThis & {
    MonacoPerformanceMarks?: { getMarks(): { name: string; startTime: number }[] };
  };
  const wanted = `code/extHost/${name}/iam-roles.iam-roles`;
  return marks?.getMarks().find((mark) => mark.name === wanted)?.startTime;
}
