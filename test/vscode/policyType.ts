import { strict as assert } from 'node:assert';
import { type CompletionList, commands, languages, window, workspace } from 'vscode';
import { readCursor } from '../markedText.ts';
import { codesOf, waitForCodes } from './findings.ts';
import { waitFor } from './waitFor.ts';
import { closeAll, extension, fileUri, openFile, openText } from './workbench.ts';

const settingsFile = fileUri('iam-roles.config.json');
/** Clean as a resource-based policy; a trust policy takes no Resource. */
const forAQueue =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:role/Worker"},"Action":"sqs:SendMessage","Resource":"arn:aws:sqs:us-east-1:111122223333:work"}]}';

const shown = (type: string | undefined) =>
  waitFor(
    () => extension().exports.policyTypeShown(),
    (now) => now === type,
  );

const writeSettings = (text: string) => workspace.fs.writeFile(settingsFile, new TextEncoder().encode(text));

describe('Policy type', () => {
  afterEach(closeAll);

  it('stands in the status bar where a policy is open', async () => {
    await openFile('trust.json');
    await shown('Trust policy');
    await openFile('permissions.json');
    await shown('Identity-based policy');
    await openFile('noPolicy.json');
    await shown(undefined);
  });

  it('is that of the policy at the cursor', async () => {
    const { text, cursor } = readCursor(
      `{"AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[]},"Policy|Document":${forAQueue}}`,
    );
    const editor = await openText(text, cursor);
    await shown('Trust policy');
    await commands.executeCommand('cursorBottom');
    await shown('Resource-based policy');
    assert.equal(window.activeTextEditor, editor);
  });

  it('is chosen by the command, which changes the findings, and detected again', async () => {
    const { uri } = (await openText(forAQueue)).document;
    await shown('Resource-based policy');
    assert.deepEqual(codesOf(uri), []);
    await chooseFirst('Trust policy');
    await waitFor(
      () => codesOf(uri),
      (codes) => codes.includes('ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE'),
    );
    await chooseFirst('Resource-based policy');
    await waitForCodes(uri, []);
  });
});

/** Takes the first row of the command's list, which leads to this type. */
async function chooseFirst(type: string): Promise<void> {
  await waitFor(async () => {
    let isOpen = true;
    const chosen = commands.executeCommand<boolean>('iamRoles.choosePolicyType').then((answer) => {
      isOpen = false;
      return answer;
    });
    // Where the list has no rows yet this closes it, and the command is run again.
    while (isOpen) await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return chosen;
  }, Boolean);
  await shown(type);
}

describe('Settings file', () => {
  afterEach(async () => {
    await closeAll();
    await workspace.fs.delete(settingsFile).then(undefined, () => undefined);
  });

  it('gives types by glob, and a change of it takes effect', async () => {
    const { uri } = (await openFile('permissions.json')).document;
    await shown('Identity-based policy');
    await writeSettings('{ "policies": [{ "files": "perm*.json", "type": "trust" }] }');
    await shown('Trust policy');
    await waitFor(
      () => codesOf(uri),
      (codes) => codes.includes('MISSING_PRINCIPAL'),
    );
    await writeSettings('{ "policies": [{ "files": "perm*.json", "type": "boundary" }] }');
    await shown('Permissions boundary');
    await waitForCodes(uri, []);
    await workspace.fs.delete(settingsFile);
    await shown('Identity-based policy');
  });

  it('is validated by its own schema, once', async () => {
    await writeSettings('{ "policies": [{ "files": "*.json", "type": "truts" }] }');
    const { document } = await openFile('iam-roles.config.json');
    const problems = await waitFor(
      () => languages.getDiagnostics(document.uri),
      (found) => found.length > 0,
    );
    assert.equal(problems.length, 1, JSON.stringify(problems));
    assert.equal(problems[0] && document.getText(problems[0].range), '"truts"');
    assert.match(problems[0]?.message ?? '', /"trust"/);
  });

  it('is completed by its own schema', async () => {
    const { text, cursor } = readCursor('{ "policies": [{ "files": "*.json", "type": "|" }] }');
    await writeSettings(text);
    const { document } = await openFile('iam-roles.config.json');
    const labels = await waitFor(
      async () => {
        const list = await commands.executeCommand<CompletionList>(
          'vscode.executeCompletionItemProvider',
          document.uri,
          document.positionAt(cursor),
        );
        return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      },
      (found) => found.includes('"trust"'),
    );
    for (const type of ['identity', 'resource', 'scp', 'rcp', 'boundary', 'session'])
      assert.ok(labels.includes(`"${type}"`), labels.join());
  });
});
