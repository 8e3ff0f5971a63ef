import { strict as assert } from 'node:assert';
import { commands, type DocumentLink, type Uri, window, workspace } from 'vscode';
import { codesOf } from './findings.ts';
import { waitFor } from './waitFor.ts';
import { closeAll, openText } from './workbench.ts';

const template = `{"Role":{
  "ManagedPolicyArns":["arn:aws:iam::aws:policy/AdministratorAccess"],
  "AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[
    {"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}
  ]}
}}`;

function linkTo(uri: Uri, scheme: string): Promise<Uri | undefined> {
  return waitFor(
    async () => {
      const links = await commands.executeCommand<DocumentLink[]>('vscode.executeLinkProvider', uri, 100);
      return links.find(({ target }) => target?.scheme === scheme)?.target;
    },
    (target) => target !== undefined,
  );
}

describe('Document links', () => {
  afterEach(closeAll);

  it('lead to AWS\u2019s documentation', async () => {
    const { document } = await openText(template);
    assert.equal((await linkTo(document.uri, 'https'))?.authority, 'docs.aws.amazon.com');
  });

  it('open the document of a managed policy, read-only and without findings', async () => {
    const { document } = await openText(template);
    const target = await linkTo(document.uri, 'iam-managed-policy');
    await commands.executeCommand('vscode.open', target);
    const shown = await waitFor(
      () => window.activeTextEditor?.document,
      (active) => active?.uri.scheme === 'iam-managed-policy',
    );
    const text = shown?.getText() ?? '';
    assert.equal(JSON.parse(text).Statement[0].Action, '*');
    assert.equal(shown?.languageId, 'json');
    assert.notEqual(workspace.fs.isWritableFileSystem('iam-managed-policy'), true);
    await commands.executeCommand('type', { text: 'x' });
    assert.equal(shown?.getText(), text);
    assert.deepEqual(shown && codesOf(shown.uri), []);
  });
});
