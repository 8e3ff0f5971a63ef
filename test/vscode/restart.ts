import { strict as assert } from 'node:assert';
import { commands } from 'vscode';
import { serverProcesses } from './serverProcess.ts';
import { waitFor } from './waitFor.ts';
import { closeAll, openFile, serverState } from './workbench.ts';

describe('Restart', () => {
  afterEach(closeAll);

  const another = (than: number | undefined) =>
    waitFor(
      () => serverProcesses().map(({ pid }) => pid),
      (pids) => pids.length === 1 && pids[0] !== than && serverState() === 'running',
    );

  it('follows when the server is killed', async () => {
    await openFile('trust.json');
    await waitFor(serverState, (state) => state === 'running');
    const [server, ...others] = serverProcesses();
    assert.ok(server, 'no server runs');
    assert.equal(others.length, 0, 'more than one server runs');
    server.kill('SIGKILL');
    await another(server.pid);
  });

  it('follows the command', async () => {
    const [server] = serverProcesses();
    await commands.executeCommand('iamRoles.restartServer');
    await another(server?.pid);
  });
});
