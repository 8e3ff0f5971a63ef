import { window } from 'vscode';

/** Runs the AWS CLI as a terminal of its own, without a shell; settles when it ended or the signal ended it. */
export function runAwsCli(cliPath: string, args: readonly string[], signal: AbortSignal): Promise<void> {
  return new Promise((settle) => {
    const terminal = window.createTerminal({
      name: `aws ${args[0]}`,
      shellPath: cliPath,
      shellArgs: [...args],
      isTransient: true,
    });
    const stop = () => terminal.dispose();
    const listener = window.onDidCloseTerminal((closed) => {
      if (closed !== terminal) return;
      listener.dispose();
      signal.removeEventListener('abort', stop);
      settle();
    });
    signal.addEventListener('abort', stop, { once: true });
    terminal.show();
  });
}
