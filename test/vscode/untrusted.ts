import { strict as assert } from 'node:assert';
import { workspace } from 'vscode';
import { waitFor } from './waitFor.ts';
import { closeAll, openFile, serverState } from './workbench.ts';

describe('A folder that is not trusted', () => {
  afterEach(closeAll);

  it('has the language server all the same', async () => {
    assert.equal(workspace.isTrusted, false);
    await openFile('trust.json');
    await waitFor(serverState, (state) => state === 'running');
  });
});
