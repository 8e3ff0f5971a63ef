import { strict as assert } from 'node:assert';
import type { Page, Route } from 'playwright-core';
import {
  chooseRow,
  dialogShown,
  fillQuestion,
  messageShown,
  notificationShown,
  pressInDialog,
  pressInNotification,
  questionShown,
  runCommand,
  statusShown,
} from '../../scripts/vscode/workbench.mts';
import { exampleAccount, newCaller, newRole, trusting, userOf } from '../aws/fake/seeds.ts';
import type { FakeAwsTest } from './interfaceTests.mts';
import { openTrustPolicy } from './openTrustPolicy.mts';

const role = 'orders-admin';
const roleArn = `arn:aws:iam::${exampleAccount}:role/${role}`;
const alice = `arn:aws:iam::${exampleAccount}:user/Alice`;

export const sessionUseTests: readonly FakeAwsTest[] = [
  {
    name: 'a refused assumption names the trust policy, which is mended, and then the role is assumed',
    async run(page, fake) {
      const bob = newCaller({ arn: `arn:aws:iam::${exampleAccount}:user/Bob`, accessKeyId: 'AKIABOB' });
      fake.state.users.push(userOf(bob));
      fake.state.roles.push(newRole({ name: role, trustPolicy: trusting({ AWS: bob.arn }) }));
      await openTrustPolicy(page);
      await assume(page);
      await notificationShown(page, `The role ${roleArn} could not be assumed.`);
      await pressInNotification(page, 'could not be assumed', 'Update Trust Policy…');
      await dialogShown(page, `Update the trust policy of role ${role} in account ${exampleAccount}`);
      await pressInDialog(page, 'Update');
      await notificationShown(page, 'done.');
      assert.match(fake.state.roles[0]?.trustPolicy ?? '', new RegExp(alice));
      await assume(page);
      await questionShown(page, `Assumed ${role}`);
    },
  },
  {
    name: 'a role profile is written without keys, and the keys of a session are copied on explicit choice',
    async run(page, fake) {
      fake.state.roles.push(newRole({ name: role }));
      await openTrustPolicy(page);
      await assume(page);
      await questionShown(page, `Assumed ${role}`);
      await chooseRow(page, 'Write Role Profile…');
      await messageShown(page, 'Name of the new profile');
      await fillQuestion(page, 'dev');
      await page.locator('.quick-input-message', { hasText: 'dev' }).waitFor();
      await fillQuestion(page, 'admin');
      await page.keyboard.press('Enter');
      await dialogShown(page, `role_arn = ${roleArn}`);
      await pressInDialog(page, 'Write Profile');
      await notificationShown(page, 'The profile admin is written');
      await runCommand(page, 'IAM Roles: Choose AWS Profile…');
      await chooseRow(page, 'admin');
      await statusShown(page, 'profile', /admin/);

      await runCommand(page, 'IAM Roles: Choose AWS Profile…');
      await chooseRow(page, 'dev');
      await statusShown(page, 'profile', /dev, /);
      await assume(page);
      await questionShown(page, `Assumed ${role}`);
      await chooseRow(page, 'Copy as Environment Lines');
      await chooseRow(page, 'bash, zsh and others');
      await notificationShown(page, 'keys are on the clipboard');
      const lines = String(await page.evaluate('navigator.clipboard.readText()'));
      assert.match(lines, /^export AWS_ACCESS_KEY_ID=/m);
      // The clipboard is searched for secrets by nobody, but the next test begins with it.
      await page.evaluate("navigator.clipboard.writeText('')");
    },
  },
  {
    name: 'the AWS console is opened as the role, by a link that works once',
    async run(page, fake) {
      fake.state.roles.push(newRole({ name: role }));
      const console = 'https://eu-west-1.console.aws.amazon.com/console/home';
      await page.context().route(console, (route) => route.fulfill({ body: 'The console' }));
      await page.context().route(/\/proxy\/\d+\//, proxied);
      await openTrustPolicy(page);
      await assume(page);
      await questionShown(page, `Assumed ${role}`);
      const opened = page.context().waitForEvent('page');
      await chooseRow(page, 'Open AWS Console');
      const browser = await opened;
      await browser.waitForURL(console);
      assert.equal(await browser.textContent('body'), 'The console');
      assert.deepEqual(
        fake.state.signins.map(({ arn }) => arn),
        [`arn:aws:sts::${exampleAccount}:assumed-role/${role}/Alice`],
      );
    },
  },
];

async function assume(page: Page): Promise<void> {
  await runCommand(page, 'IAM Roles: Assume Role…');
  await chooseRow(page, role);
  await questionShown(page, `Assume ${roleArn}`);
  await chooseRow(page, 'Assume Role');
}

/** This machine's ports are behind a proxy of code-server, of which the suite runs VS Code's part alone. */
async function proxied(route: Route): Promise<void> {
  const [, port, path] = /\/proxy\/(\d+)(\/.*)$/.exec(route.request().url()) ?? [];
  await route.fulfill({
    response: await route.fetch({ url: `http://127.0.0.1:${port}${path}`, maxRedirects: 0 }),
  });
}
