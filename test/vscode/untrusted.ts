import { strict as assert } from 'node:assert';
import { commands, type Hover, TabInputWebview, Uri, window, workspace } from 'vscode';
import { linkOfFinding, waitForPage } from './checkPageTabs.ts';
import { waitForCodes } from './findings.ts';
import { typeAndAccept } from './typing.ts';
import { waitFor } from './waitFor.ts';
import { closeAll, extension, openFile, openText, serverState } from './workbench.ts';

describe('A folder that is not trusted', () => {
  afterEach(closeAll);

  it('has the language server all the same', async () => {
    assert.equal(workspace.isTrusted, false);
    await openFile('trust.json');
    await waitFor(serverState, (state) => state === 'running');
  });

  it('has diagnostics', async () => {
    const { document } = await openFile('misspelt.json');
    await waitForCodes(document.uri, ['INVALID_ACTION']);
  });

  it('has the pages of checks', async () => {
    await commands.executeCommand('vscode.open', await linkOfFinding());
    await waitForPage('/INVALID_ACTION.md');
  });

  it('has hover', async () => {
    const { document } = await openFile('permissions.json');
    const position = document.positionAt(document.getText().indexOf('s3:GetObject') + 4);
    await waitFor(
      () => commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, position),
      (hovers) => hovers.length > 0,
    );
  });

  it('has no AWS profile, nor a command that would choose one', async () => {
    await openFile('trust.json');
    await waitFor(serverState, (state) => state === 'running');
    await commands.executeCommand('iamRoles.chooseProfile');
    await commands.executeCommand('iamRoles.signIn');
    await commands.executeCommand('iamRoles.roles.focus');
    await commands.executeCommand('iamRoles.refreshRoles');
    assert.equal(extension().exports.profileShown(), undefined);
  });

  it('has the role page of what is open', async () => {
    await openFile('trust.json');
    await waitFor(serverState, (state) => state === 'running');
    const isRolePage = (input: unknown) =>
      input instanceof TabInputWebview && input.viewType.includes('iamRoles.rolePage');
    await waitFor(async () => {
      let isAsking = true;
      const shown = commands.executeCommand('iamRoles.showLocalRolePage').then(() => {
        isAsking = false;
      });
      // Where a list has no rows yet this closes it, and the command is run again.
      while (isAsking) await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      await shown;
      return window.tabGroups.activeTabGroup.activeTab?.input;
    }, isRolePage);
  });

  it('reads no policy of an account, nor writes one', async () => {
    for (const scheme of ['aws-iam', 'aws-iam-readonly']) {
      const uri = Uri.parse(`${scheme}:/dev/123456789012/role/orders/trust%20policy.json`);
      await assert.rejects(Promise.resolve(workspace.fs.readFile(uri)), /NoPermissions/);
      await assert.rejects(Promise.resolve(workspace.fs.writeFile(uri, new Uint8Array())), /NoPermissions/);
    }
  });

  it('has completion', async () => {
    const [before, after] = ['{"Statement":[{"Effect":"', '","Action":"*"}]}'];
    const editor = await openText(before + after, before.length);
    await typeAndAccept(editor, 'De', (text) => text === `${before}Deny${after}`);
  });
});
