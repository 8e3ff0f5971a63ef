import { strict as assert } from 'node:assert';
import { commands, window } from 'vscode';
import { waitFor } from './waitFor.ts';
import { closeAll, extension, openFile, serverState } from './workbench.ts';

describe('Commands', () => {
  afterEach(closeAll);

  it('are those of the manifest, and the one that quick fixes run', async () => {
    await openFile('trust.json');
    await waitFor(serverState, (state) => state === 'running');
    const manifest: { contributes: { commands: { command: string }[] } } = extension().packageJSON;
    const own = manifest.contributes.commands.map(({ command }) => command);
    // VS Code makes some of its own for the view of roles.
    const isOwn = (command: string) => /^iamRoles\.(?!roles\.)/.test(command);
    const registered = await waitFor(
      async () => (await commands.getCommands()).filter(isOwn),
      (found) => found.length > own.length,
    );
    assert.deepEqual(registered.sort(), [...own, 'iamRoles.suppressFinding'].sort());
  });

  for (const [command, words] of [
    ['iamRoles.newTrustPolicy', ['"Principal": { "Service": "ec2.amazonaws.com" }', 'sts:AssumeRole']],
    ['iamRoles.newPermissionPolicy', ['"Action": "s3:GetObject"', '"Resource"']],
  ] as const) {
    it(`${command} opens a policy to fill in`, async () => {
      await commands.executeCommand(command);
      const text = await waitFor(
        () => window.activeTextEditor?.document.getText() ?? '',
        (value) => value.includes('Statement'),
      );
      assert.equal(window.activeTextEditor?.document.languageId, 'json');
      for (const word of words) assert.ok(text.includes(word), text);
      assert.equal(JSON.parse(text).Version, '2012-10-17');
    });
  }
});
