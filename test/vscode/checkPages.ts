import { strict as assert } from 'node:assert';
import { commands, TabInputCustom, Uri, window, workspace } from 'vscode';
import { linkOfFinding, waitForPage } from './checkPageTabs.ts';
import { waitFor } from './waitFor.ts';
import { closeAll } from './workbench.ts';

describe('Pages of checks', () => {
  afterEach(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await closeAll();
  });

  it('open from the code of a finding, as rendered Markdown', async () => {
    await commands.executeCommand('vscode.open', await linkOfFinding());
    await waitForPage('/INVALID_ACTION.md');
  });

  it('link to each other, and to nothing outside of their folder', async () => {
    const index = await workspace.fs.readFile(Uri.parse('iam-check:/README.md'));
    const linked = [...new TextDecoder().decode(index).matchAll(/\]\((\w+\.md)\)/g)].map(([, name]) => name);
    assert.ok(linked.length > 150);
    for (const name of linked) await workspace.fs.stat(Uri.parse(`iam-check:/${name}`));
    for (const path of [
      '/../../package.json',
      '/..%2f..%2fpackage.json',
      '/NO_SUCH_CODE.md',
      '/a/INVALID_ACTION.md',
    ])
      await assert.rejects(async () => workspace.fs.readFile(Uri.parse(`iam-check:${path}`)), path);
  });

  it('cannot be written', async () => {
    const uri = Uri.parse('iam-check:/INVALID_ACTION.md');
    assert.equal(workspace.fs.isWritableFileSystem('iam-check'), false);
    await assert.rejects(async () => workspace.fs.writeFile(uri, new Uint8Array()));
    await assert.rejects(async () => workspace.fs.delete(uri));
  });

  it('open by the command, those found in the document first', async () => {
    await linkOfFinding();
    const ended = commands.executeCommand('iamRoles.explainCheck');
    await waitFor(
      async () => {
        await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return window.tabGroups.activeTabGroup.activeTab?.input;
      },
      (input) => input instanceof TabInputCustom,
    );
    await ended;
    await waitForPage('/INVALID_ACTION.md');
    assert.equal(window.tabGroups.all.length, 2);
  });
});
