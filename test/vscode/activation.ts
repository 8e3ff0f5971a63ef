import { strict as assert } from 'node:assert';
import { join, relative } from 'node:path';
import { window, workspace } from 'vscode';
import { waitFor } from './waitFor.ts';
import { closeAll, extension, openFile, serverState } from './workbench.ts';

describe('Activation', () => {
  afterEach(closeAll);

  it('comes from the package, not from the repository', () => {
    const { extensionPath } = extension();
    // The suite itself is dist/test/vscode/index.js of the repository.
    const repository = join(__dirname, '../../..');
    assert.ok(relative(repository, extensionPath).startsWith('..'), extensionPath);
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
