import { strict as assert } from 'node:assert';
import { type CodeAction, ConfigurationTarget, commands, FileType, window, workspace } from 'vscode';
import { hasText, openMarked, runOnce } from './codeActions.ts';
import { findingsOf, waitForCodes } from './findings.ts';
import { waitFor } from './waitFor.ts';
import { closeAll, fileUri, openFile, openText } from './workbench.ts';

const policy = `{
    "Version": "2012-10-17",
    "Statement": [
        {
            "Effect": "Allow",
            "Action": "s3:«»GetObjct",
            "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"
        }
    ]
}
`;
const inTemplate = JSON.stringify(
  {
    Resources: {
      Reader: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: JSON.parse(policy) } },
    },
  },
  undefined,
  '\t',
);
const inString = JSON.stringify({ PolicyDocument: JSON.stringify(JSON.parse(policy)) });

const documents: readonly (readonly [where: string, text: string])[] = [
  ['with four spaces', policy],
  ['with tabs', policy.replaceAll('    ', '\t')],
  ['with line breaks of Windows', policy.replaceAll('\n', '\r\n')],
  ['in a CloudFormation template', inTemplate],
  ['in an escaped string', inString],
];

describe('Quick fixes', () => {
  afterEach(closeAll);

  for (const [where, marked] of documents) {
    it(`mend what was found, ${where}, by the key for the preferred one`, async () => {
      const editor = await openMarked(marked);
      await waitForCodes(editor.document.uri, ['INVALID_ACTION']);
      const wanted = editor.document.getText().replace('s3:GetObjct', 's3:GetObject');
      await runOnce(editor, 'quickfix', 'editor.action.autoFix');
      await hasText(editor, wanted);
      await waitForCodes(editor.document.uri, []);
    });
  }

  it('of one kind are made in the whole file', async () => {
    const marked = policy.replace('"s3:«»GetObjct"', '["s3:«»GetObjct", "s3:PutObjct"]');
    const editor = await openMarked(marked);
    await waitForCodes(editor.document.uri, ['INVALID_ACTION', 'INVALID_ACTION']);
    const { uri } = editor.document;
    const actions = await waitFor(
      () => commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', uri, editor.selection),
      (found) => found.some(({ title }) => title === 'Fix all INVALID_ACTION in this file'),
    );
    const edit = actions.find(({ title }) => title.startsWith('Fix all'))?.edit;
    assert.ok(edit);
    assert.ok(await workspace.applyEdit(edit));
    await waitFor(
      () => editor.document.getText().includes('["s3:GetObject", "s3:PutObject"]'),
      (done) => done,
    );
    await waitForCodes(uri, []);
  });

  it('that are safe are made by Fix All', async () => {
    const editor = await openMarked(
      policy.replace('    "Version": "2012-10-17",\n', '').replace('Objct', 'Object'),
    );
    await waitForCodes(editor.document.uri, ['MISSING_VERSION']);
    const wanted = policy.replace('«»', '').replace('Objct', 'Object');
    await runOnce(editor, 'source.fixAll', 'editor.action.fixAll');
    await hasText(editor, wanted);
  });
});

describe('Saving', () => {
  const actionsOnSave = (value: unknown) =>
    workspace.getConfiguration('editor').update('codeActionsOnSave', value, ConfigurationTarget.Global);
  afterEach(async () => {
    await actionsOnSave(undefined);
    await closeAll();
  });

  it('mends what may be mended unasked, and sorts and formats', async () => {
    await actionsOnSave({ 'source.fixAll.iamRoles': 'explicit', 'source.format.iamRoles': 'explicit' });
    const { document } = await openText(
      '{\n\t"Statement": [\n\t\t{\n\t\t\t"Resource": "*",\n\t\t\t"Action": ["sqs:ListQueues"],\n\t\t\t"Effect": "allow"\n\t\t}\n\t]\n}\n',
    );
    await waitForCodes(document.uri, ['INVALID_EFFECT', 'MISSING_VERSION']);
    await commands.executeCommand('workbench.action.files.save');
    const list = '[\n\t\t\t\t"sqs:ListQueues"\n\t\t\t]';
    const wanted = `{\n\t"Version": "2012-10-17",\n\t"Statement": [\n\t\t{\n\t\t\t"Effect": "Allow",\n\t\t\t"Action": ${list},\n\t\t\t"Resource": "*"\n\t\t}\n\t]\n}\n`;
    await waitFor(
      () => document.getText(),
      (text) => text === wanted,
    );
    assert.equal(document.isDirty, false);
  });
});

describe('Suppressing a finding', () => {
  const settingsFile = fileUri('iam-roles.config.json');
  afterEach(async () => {
    await closeAll();
    await workspace.fs.delete(settingsFile);
  });

  it('writes it to the settings file and leaves the reason to be written', async () => {
    const { document } = await openFile('misspelt.json');
    await waitForCodes(document.uri, ['INVALID_ACTION']);
    const range = findingsOf(document.uri)[0]?.range;
    const action = await waitFor(
      async () => {
        const found = await commands.executeCommand<CodeAction[]>(
          'vscode.executeCodeActionProvider',
          document.uri,
          range,
        );
        return found.find(({ title }) => title.startsWith('Suppress'));
      },
      (found) => found?.command !== undefined,
    );
    assert.equal(action?.title, 'Suppress INVALID_ACTION at Statement[0].Action…');
    await commands.executeCommand(action?.command?.command ?? '', ...(action?.command?.arguments ?? []));
    const editor = await waitFor(
      () => window.activeTextEditor,
      (active) => active?.document.uri.toString() === settingsFile.toString(),
    );
    assert.ok(editor);
    await waitFor(
      () => editor.document.getText(editor.selection),
      (text) => text === 'Say why this finding may stay.',
    );
    await commands.executeCommand('type', { text: 'It is an example.' });
    await editor.document.save();
    assert.equal((await workspace.fs.stat(settingsFile)).type, FileType.File);
    await waitForCodes(document.uri, []);
  });
});
