import { commands, window } from 'vscode';
import { waitFor } from './waitFor.ts';
import { closeAll } from './workbench.ts';

/** Milliseconds of the extension host, as VS Code reports them. */
export interface ActivationTime {
  readonly loadCode: number;
  readonly callActivate: number;
  readonly finishActivate: number;
}

/** What VS Code itself measured when this window activated the extension, from its report Developer: Startup Performance. */
export async function activationTime(): Promise<ActivationTime> {
  await commands.executeCommand('perfview.show');
  const report = await waitFor(
    () => window.activeTextEditor?.document.getText() ?? '',
    (text) => row.test(text),
  );
  const [, loadCode, callActivate, finishActivate] = row.exec(report) ?? [];
  await closeAll();
  return {
    loadCode: Number(loadCode),
    callActivate: Number(callActivate),
    finishActivate: Number(finishActivate),
  };
}

/** Of the table Extension Activation Stats: extension, eager, load code, call activate, finish activate. */
const row = /^\| iam-roles\.iam-roles +\| \w+ +\| (\d+) +\| (\d+) +\| (\d+) +\|/m;
