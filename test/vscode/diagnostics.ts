import { strict as assert } from 'node:assert';
import { DiagnosticSeverity, languages, type TextDocument, window, workspace } from 'vscode';
import { readMarks } from '../markedText.ts';
import { codeOf, codesOf, findingsOf, spanOf, waitForCodes } from './findings.ts';
import { waitFor } from './waitFor.ts';
import { closeAll, openFile, openText, replaceText } from './workbench.ts';

const policy = (action: string) =>
  `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":${action},"Resource":"arn:aws:s3:::amzn-s3-demo-bucket/*"}]}`;
const marked = policy('«"s3:GetObjct"»');

/** Waits for exactly one finding and compares its place with the mark. */
async function assertMarked(document: TextDocument, text: string, code: string): Promise<void> {
  await waitForCodes(document.uri, [code]);
  const places = findingsOf(document.uri).map(({ range }) => spanOf(document, range));
  assert.deepEqual(places, readMarks(text).spans);
}

describe('Diagnostics', () => {
  afterEach(closeAll);

  it('appear at their place with code, link and severity, in a virtual file system', async () => {
    const { document } = await openText(readMarks(marked).text);
    assert.notEqual(document.uri.scheme, 'file');
    await assertMarked(document, marked, 'INVALID_ACTION');
    const [finding] = findingsOf(document.uri);
    assert.equal(finding?.severity, DiagnosticSeverity.Error);
    assert.match(finding?.message ?? '', /s3:GetObject/);
    assert.ok(typeof finding?.code === 'object', 'the code has no link');
    assert.equal(finding.code.target.toString(), 'iam-check:/INVALID_ACTION.md');
  });

  it('have the severity that AWS gives them', async () => {
    const { document } = await openText(
      '{"Statement":{"Effect":"Allow","Action":"iam:PassRole","Resource":"*"}}',
    );
    const severities = await waitFor(
      () =>
        Object.fromEntries(findingsOf(document.uri).map((finding) => [codeOf(finding), finding.severity])),
      (found) => 'MISSING_VERSION' in found,
    );
    assert.equal(severities['MISSING_VERSION'], DiagnosticSeverity.Warning);
    assert.equal(severities['PASS_ROLE_WITH_STAR_IN_RESOURCE'], DiagnosticSeverity.Warning);
  });

  it('change and clear with the text, and go with the document', async () => {
    const editor = await openText(readMarks(marked).text);
    const { uri } = editor.document;
    await waitForCodes(uri, ['INVALID_ACTION']);
    await replaceText(editor, 's3:GetObjct', 'nos3:GetObject');
    await waitForCodes(uri, ['INVALID_SERVICE_IN_ACTION']);
    await replaceText(editor, 'nos3:GetObject', 's3:GetObject');
    await waitForCodes(uri, []);
    await replaceText(editor, 's3:GetObject', 's3:GetObjct');
    await waitForCodes(uri, ['INVALID_ACTION']);
    await closeAll();
    await waitForCodes(uri, []);
  });

  it('appear in JSON with comments', async () => {
    const text = `// A comment.\n${marked}`;
    const { document } = await openText(readMarks(text).text, 0, 'document.jsonc');
    await assertMarked(document, text, 'INVALID_ACTION');
  });

  it('appear in an unsaved document', async () => {
    const content = readMarks(marked).text;
    const document = await workspace.openTextDocument({ language: 'json', content });
    await window.showTextDocument(document);
    await assertMarked(document, marked, 'INVALID_ACTION');
  });

  it('appear in a file on the disk', async () => {
    const { document } = await openFile('misspelt.json');
    assert.equal(document.uri.scheme, workspace.workspaceFolders?.[0]?.uri.scheme);
    await waitForCodes(document.uri, ['INVALID_ACTION']);
  });

  it('mark a policy inside a CloudFormation template', async () => {
    const template = `{"AWSTemplateFormatVersion":"2010-09-09","Resources":{"Worker":{"Type":"AWS::IAM::ManagedPolicy","Properties":{"PolicyDocument":${marked}}}}}`;
    const { document } = await openText(readMarks(template).text);
    await assertMarked(document, template, 'INVALID_ACTION');
  });

  it('mark a policy held as an escaped string', async () => {
    const held = `{"Parameters":{"Policy":${JSON.stringify(marked)}}}`;
    const { document } = await openText(readMarks(held).text);
    await assertMarked(document, held, 'INVALID_ACTION');
  });

  it('leave JSON syntax to the editor, which tells it once', async () => {
    const editor = await openText(readMarks(marked).text);
    const { uri } = editor.document;
    await waitForCodes(uri, ['INVALID_ACTION']);
    await replaceText(editor, '"Version":"2012-10-17",', '"Version":"2012-10-17"');
    const syntax = await waitFor(
      () => languages.getDiagnostics(uri).filter(({ source }) => source !== 'IAM Roles'),
      (found) => found.length > 0,
    );
    assert.equal(syntax.length, 1, JSON.stringify(syntax));
    await waitForCodes(uri, ['INVALID_ACTION']);
  });

  it('leave JSON without a policy untouched', async () => {
    const other = await openText('{"Effect":"sepia","Version":"2012","frames":[{"Action":"s3:GetObjct"}]}');
    const { document } = await openText(readMarks(marked).text);
    await waitForCodes(document.uri, ['INVALID_ACTION']);
    assert.deepEqual(codesOf(other.document.uri), []);
  });
});
