import type { Page } from 'playwright-core';
import { chooseRow, questionShown, runCommand } from '../../scripts/vscode/workbench.mts';
import { newCaller, newPolicy, newRole, trusting } from '../aws/fake/seeds.ts';
import type { FakeAwsTest } from './interfaceTests.mts';
import { openTrustPolicy } from './openTrustPolicy.mts';

const role = 'orders-reader';
const otherAccount = '210987654321';
const bob = newCaller({ arn: `arn:aws:iam::${otherAccount}:user/Bob`, accessKeyId: 'AKIABOBEXAMPLE' });
const reading = (action: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: action, Resource: 'arn:aws:s3:::amzn-s3-demo-bucket/*' }],
  });

export const compareLivePolicyTests: readonly FakeAwsTest[] = [
  {
    name: 'a live policy is compared with another role’s, that of another profile, and another version',
    profiles: (url) =>
      [
        '[profile other]',
        `aws_access_key_id = ${bob.accessKeyId}`,
        `aws_secret_access_key = ${bob.secretAccessKey}`,
        'region = eu-west-1',
        `endpoint_url = ${url}`,
        '',
      ].join('\n'),
    async run(page, fake) {
      const storage = newPolicy({ name: 'orders-storage' }, reading('s3:GetObject'));
      storage.versions.push({ id: 'v2', document: reading('s3:PutObject'), created: storage.created });
      storage.defaultVersionId = 'v2';
      fake.state.policies.push(storage);
      fake.state.callers.push(bob);
      const trusts = (service: string) => trusting({ Service: `${service}.amazonaws.com` });
      fake.state.roles.push(
        newRole({ name: role, trustPolicy: trusts('ec2'), attachedPolicies: [storage.arn] }),
        newRole({ name: 'orders-writer', trustPolicy: trusts('lambda') }),
        newRole({ name: role, account: otherAccount, trustPolicy: trusts('ecs-tasks') }),
      );
      await openTrustPolicy(page);
      await openLive(page, 'Trust Policy', 'trust policy.json');

      await compare(page, 'Another Role…', 'orders-writer');
      await diffShown(page, 'trust policy of role orders-writer and', ['lambda.', 'ec2.']);
      await compare(page, 'The Same in Another Profile…', 'other');
      await diffShown(page, `in account ${otherAccount} (profile other)`, ['ecs-tasks.', 'ec2.']);

      await openLive(page, 'orders-storage', 'orders-storage.json');
      await compare(page, 'Another Version…', 'v1');
      await diffShown(page, 'version v1', ['s3:GetObject', 's3:PutObject']);
    },
  },
];

async function openLive(page: Page, policy: string, file: string): Promise<void> {
  await runCommand(page, 'IAM Roles: Open Live Policy…');
  await questionShown(page, 'Open Live Policy');
  await chooseRow(page, role);
  await chooseRow(page, policy);
  await page.locator('.tab.active', { hasText: file }).waitFor();
}

async function compare(page: Page, source: string, row: string): Promise<void> {
  await runCommand(page, 'IAM Roles: Compare Live Policy With…');
  await questionShown(page, 'Compare Live Policy With');
  await chooseRow(page, source);
  await chooseRow(page, row);
}

/** Waits for a comparison with this in its title, and these in its left and right text. */
async function diffShown(page: Page, title: string, [left, right]: readonly [string, string]): Promise<void> {
  await page.locator('.tab.active', { hasText: title }).waitFor();
  const diff = page.locator('.editor-instance .monaco-diff-editor:visible');
  await diff.locator('.editor.original .view-line', { hasText: left }).waitFor();
  await diff.locator('.editor.modified .view-line', { hasText: right }).waitFor();
}
