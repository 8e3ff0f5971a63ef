import { ThemeColor, ThemeIcon, window } from 'vscode';

/**
 * A terminal with an environment of its own. It is not revived after a restart, as its environment would then be kept on
 * the disk. Null takes a variable away.
 */
export function openTerminal({
  name,
  environment,
}: {
  readonly name: string;
  readonly environment: Readonly<Record<string, string | null>>;
}): void {
  window
    .createTerminal({
      name,
      env: { ...environment },
      isTransient: true,
      iconPath: new ThemeIcon('account'),
      color: new ThemeColor('terminal.ansiYellow'),
    })
    .show();
}
