import { strict as assert } from 'node:assert';
import {
  chooseRow,
  editorTextShown,
  goToRow,
  notificationShown,
  questionShown,
  roleRow,
  runCommand,
  showRoles,
} from '../../scripts/vscode/workbench.mts';
import { exampleAccount, newRole } from '../aws/fake/seeds.ts';
import type { FakeAwsTest } from './interfaceTests.mts';

/** What the view of roles shows where there are no roles to show. */
export const rolesViewStateTests: readonly FakeAwsTest[] = [
  {
    name: 'a view of roles that is signed out offers to sign in, and another profile, with which it shows roles',
    settings: { 'iamRoles.aws.profile': 'portal', 'iamRoles.aws.cliPath': '/bin/true' },
    profiles: () =>
      [
        '[profile portal]',
        'sso_start_url = https://nobody.awsapps.com/start',
        'sso_region = eu-west-1',
        `sso_account_id = ${exampleAccount}`,
        'sso_role_name = Audit',
        'region = eu-west-1',
        '',
      ].join('\n'),
    async run(page, fake) {
      fake.state.roles.push(newRole({ name: 'orders-reader' }));
      await showRoles(page);
      const view = page.locator('.part.sidebar .welcome-view-content');
      await view.filter({ hasText: 'The sign-in of the active AWS profile has run out' }).waitFor();
      await view.locator('.monaco-button', { hasText: 'Sign In to AWS Again' }).click();
      await notificationShown(page, 'sign in again');
      await view.locator('.monaco-button', { hasText: 'Choose AWS Profile' }).click();
      await chooseRow(page, 'dev');
      await roleRow(page, 'orders-reader').waitFor();
    },
  },
  {
    name: 'a view of roles that may not list them gives the statement that is missing',
    async run(page, fake) {
      fake.fail('ListRoles', { denied: { by: 'identity-based' } });
      await showRoles(page);
      await goToRow(page, 'iam:ListRoles is not allowed');
      const spoken = await roleRow(page, 'iam:ListRoles').getAttribute('aria-label');
      assert.match(spoken ?? '', /Press Enter for the statement that is missing/);
      await page.keyboard.press('Enter');
      await page.locator('.tab.active', { hasText: 'Untitled' }).waitFor();
      await editorTextShown(page, '"Action": "iam:ListRoles"');
      await editorTextShown(page, '"Resource": "*"');
    },
  },
  {
    name: 'a view of roles of an empty account says so, and creates one by Enter',
    async run(page, fake) {
      await showRoles(page);
      await goToRow(page, 'The account has no roles');
      await page.keyboard.press('Enter');
      await questionShown(page, 'Create Role: Who May Assume It');
      await page.keyboard.press('Escape');
      fake.state.roles.push(newRole({ name: 'orders-reader' }));
      await runCommand(page, 'IAM Roles: Refresh Roles');
      await roleRow(page, 'orders-reader').waitFor();
    },
  },
];
