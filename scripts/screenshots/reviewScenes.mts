import {
  hideSideBar,
  notificationShown,
  policyTypeShown,
  questionShown,
  renderedPage,
  runCommand,
} from '../vscode/workbench.mts';
import type { Scene } from './scene.mts';

/** The review of an account, with moto as AWS, in which the sandbox's roles are. */
export const reviewScenes: readonly Scene[] = [
  {
    name: 'review-account',
    theme: 'light',
    file: 'trust/ec2-instance.json',
    size: { width: 1120, height: 760 },
    async steps(page) {
      await hideSideBar(page);
      await policyTypeShown(page, 'Trust policy');
      await page.locator('.editor-actions .codicon-person-add').waitFor();
      await runCommand(page, 'IAM Roles: Review Roles of the Account…');
      await questionShown(page, 'Review Roles of the Account');
      await page.keyboard.press('Enter');
      await renderedPage(page, 'Roles of account');
      await notificationShown(page, 'reviewed');
    },
  },
];
