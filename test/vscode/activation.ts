import { strict as assert } from 'node:assert';
import { window, workspace } from 'vscode';
import { waitFor } from './waitFor.ts';
import { closeAll, extension, openFile, serverState } from './workbench.ts';

describe('Activation', () => {
  afterEach(closeAll);

  it('comes from the package, not from the repository', () => {
    const { extensionPath } = extension();
    assert.ok(
      !extensionPath.startsWith(
        workspace.workspaceFolders?.[0]?.uri.fsPath.replace(/test.vscode.workspace$/, '') ?? '',
      ),
      extensionPath,
    );
  });

  it('keeps the server off while only JSON without a policy is open', async () => {
    const editor = await openFile('noPolicy.json');
    await waitFor(() => extension().isActive, Boolean);
    await editor.edit((edit) => edit.insert(editor.document.positionAt(1), '"further": 1, '));
    assert.equal(serverState(), 'off');
  });

  it('starts the server with the first policy', async () => {
    await openFile('trust.json');
    await waitFor(serverState, (state) => state === 'running');
  });

  it('knows unsaved documents', async () => {
    await window.showTextDocument(await workspace.openTextDocument({ language: 'json', content: '' }));
    await waitFor(serverState, (state) => state === 'running');
  });
});
