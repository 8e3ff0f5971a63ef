import type { Page } from 'playwright-core';
import {
  goTo,
  hoverAt,
  pickShown,
  problemsShown,
  runCommand,
  triggerSuggest,
  type,
} from '../vscode/workbench.mts';

interface Scene {
  /** Of the picture, without `.png`. */
  readonly name: string;
  /** In examples/; open, with its policy recognized, when the steps begin. */
  readonly file: string;
  steps(page: Page): Promise<void>;
}

export const scenes: readonly Scene[] = [
  {
    name: 'diagnostics',
    file: 'trust/many-mistakes.json',
    async steps(page) {
      await problemsShown(page);
      await runCommand(page, 'View: Focus Problems');
      await page.locator('.markers-panel .monaco-list-row').first().waitFor();
    },
  },
  {
    name: 'completion',
    file: 'permissions/s3-misspelt-actions.json',
    async steps(page) {
      await goTo(page, 8, 10);
      await page.keyboard.press('Shift+End');
      await type(page, 's3:GetOb",');
      await goTo(page, 8, 18);
      await triggerSuggest(page);
    },
  },
  {
    name: 'hover',
    file: 'permissions/deploy-service.json',
    async steps(page) {
      await hoverAt(page, 25, 22);
    },
  },
  {
    name: 'policy-type',
    file: 'trust/ec2-instance.json',
    async steps(page) {
      await runCommand(page, 'IAM Roles: Choose Policy Type');
      await pickShown(page, 'Trust policy');
    },
  },
];
