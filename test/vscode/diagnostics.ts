import { strict as assert } from 'node:assert';
import { DiagnosticSeverity, languages, type TextDocument, window, workspace } from 'vscode';
import { readMarks } from '../markedText.ts';
import { codeOf, codesOf, findingsOf, spanOf, waitForCodes } from './findings.ts';
import { registerMemoryFiles } from './memoryFiles.ts';
import { waitFor } from './waitFor.ts';
import { closeAll, openText, replaceText } from './workbench.ts';

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

  it('appear at their place with code, link, severity and source', async () => {
    const { document } = await openText(readMarks(marked).text);
    await assertMarked(document, marked, 'INVALID_ACTION');
    const [finding] = findingsOf(document.uri);
    assert.equal(finding?.severity, DiagnosticSeverity.Error);
    assert.match(finding?.message ?? '', /s3:GetObject/);
    assert.ok(typeof finding?.code === 'object', 'the code has no link');
    assert.match(finding.code.target.toString(), /^https:\/\/docs\.aws\.amazon\.com\//);
  });

  it('have the severity that AWS gives them', async () => {
    const { document } = await openText(
      '{"Statement":{"Effect":"Allow","Action":"iam:PassRole","Resource":"*"}}',
    );
    const severities = await waitFor(
      () => Object.fromEntries(findingsOf(document.uri).map((finding) => [codeOf(finding), finding.severity])),
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
    const { document } = await openText(readMarks(text).text, 0, 'jsonc');
    await assertMarked(document, text, 'INVALID_ACTION');
  });

  it('appear in a virtual file system', async () => {
    const files = registerMemoryFiles('policies-in-memory');
    try {
      const uri = files.write('/policy.json', readMarks(marked).text);
      const { document } = await window.showTextDocument(await workspace.openTextDocument(uri));
      assert.equal(document.languageId, 'json');
      await assertMarked(document, marked, 'INVALID_ACTION');
      await closeAll();
    } finally {
      files.dispose();
    }
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
    const other = await openText('{"Effect":"sepia","Action":"s3:GetObjct","frames":[1,2]}');
    const { document } = await openText(readMarks(marked).text);
    await waitForCodes(document.uri, ['INVALID_ACTION']);
    assert.deepEqual(codesOf(other.document.uri), []);
  });
});
