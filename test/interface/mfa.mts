import { strict as assert } from 'node:assert';
import {
  chooseRow,
  fillQuestion,
  messageShown,
  questionShown,
  renderedPage,
  runCommand,
} from '../../scripts/vscode/workbench.mts';
import { exampleAccount, newRole, trusting } from '../aws/fake/seeds.ts';
import type { FakeAwsTest } from './interfaceTests.mts';
import { openTrustPolicy } from './openTrustPolicy.mts';

const device = `arn:aws:iam::${exampleAccount}:mfa/Alice`;
const role = 'orders-admin';

export const mfaTests: readonly FakeAwsTest[] = [
  {
    name: 'a profile with MFA asks for one code, again where AWS does not take it, and for no second one',
    settings: { 'iamRoles.aws.profile': 'with-mfa' },
    profiles: (url) =>
      [
        '[profile with-mfa]',
        `role_arn = arn:aws:iam::${exampleAccount}:role/${role}`,
        'source_profile = dev',
        `mfa_serial = ${device}`,
        'region = eu-west-1',
        `endpoint_url = ${url}`,
        '',
      ].join('\n'),
    async run(page, fake) {
      const mfa = { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } };
      const principal = { AWS: `arn:aws:iam::${exampleAccount}:root` };
      fake.state.roles.push(newRole({ name: role, trustPolicy: trusting(principal, mfa) }));
      await openTrustPolicy(page);
      await runCommand(page, 'IAM Roles: Verify Role…');
      await questionShown(page, 'Multi-Factor Authentication');
      await fillQuestion(page, '12345');
      await messageShown(page, 'A code has 6 digits.');
      await fillQuestion(page, '000000');
      await page.keyboard.press('Enter');
      await page.locator('.quick-input-message', { hasText: 'AWS did not take the code' }).waitFor();
      await fillQuestion(page, '123456');
      await page.keyboard.press('Enter');
      await chooseRow(page, role);
      await renderedPage(page, `Role ${role}`);
      await runCommand(page, 'IAM Roles: Verify Role…');
      await chooseRow(page, role);
      const withCode = fake.calls.filter(({ parameters }) => 'TokenCode' in parameters);
      assert.deepEqual(
        withCode.map(({ parameters }) => parameters['TokenCode']),
        ['000000', '123456'],
      );
    },
  },
];
