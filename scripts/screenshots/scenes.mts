import type { Page } from 'playwright-core';
import { pickShown, runCommand } from '../vscode/workbench.mts';

interface Scene {
  /** Of the picture, without `.png`. */
  readonly name: string;
  /** In examples/; open, with its policy recognized, when the steps begin. */
  readonly file: string;
  steps(page: Page): Promise<void>;
}

export const scenes: readonly Scene[] = [
  {
    name: 'policy-type',
    file: 'ec2-instance.json',
    async steps(page) {
      await runCommand(page, 'IAM Roles: Choose Policy Type');
      await pickShown(page, 'Trust policy');
    },
  },
];
