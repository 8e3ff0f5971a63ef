import { strict as assert } from 'node:assert';
import { type Diagnostic, DiagnosticSeverity, languages, type Uri } from 'vscode';
import { type AnalyzerFindingAt, showAnalyzerFindings } from '../../client/src/documents/analyzerFindings.ts';
import { codeOf } from './findings.ts';
import { waitFor } from './waitFor.ts';
import { closeAll, openText, replaceText } from './workbench.ts';

const policy =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}';

function finding(code: string, more: Partial<AnalyzerFindingAt> = {}): AnalyzerFindingAt {
  const start = { line: 0, character: policy.indexOf('"s3:') };
  return {
    code,
    severity: 'SECURITY_WARNING',
    message: 'What AWS says.',
    url: 'https://docs.aws.amazon.com/IAM/',
    range: { start, end: { line: 0, character: start.character + '"s3:GetObject"'.length } },
    ...more,
  };
}

function shownIn(uri: Uri): Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === 'IAM Access Analyzer');
}

describe('Findings of Access Analyzer', () => {
  afterEach(closeAll);

  it('stand in the document, linked to the page of AWS, until it is edited', async () => {
    const editor = await openText(policy);
    const { document } = editor;
    showAnalyzerFindings(document.uri.toString(), [
      finding('ONE'),
      finding('TWO', { severity: 'ERROR', url: 'command:workbench.action.quit' }),
    ]);
    const [one, two] = shownIn(document.uri);
    assert.equal(document.getText(one?.range), '"s3:GetObject"');
    assert.equal(one?.severity, DiagnosticSeverity.Warning);
    assert.equal(one && codeOf(one), 'ONE');
    assert.equal(typeof one?.code === 'object' && one.code.target.scheme, 'https');
    assert.equal(two?.severity, DiagnosticSeverity.Error);
    assert.equal(two?.code, 'TWO');
    await replaceText(editor, 's3:GetObject', 's3:PutObject');
    await waitFor(
      () => shownIn(document.uri),
      (shown) => shown.length === 0,
    );
  });

  it('take the place of earlier ones', async () => {
    const { document } = await openText(policy);
    showAnalyzerFindings(document.uri.toString(), [finding('ONE')]);
    showAnalyzerFindings(document.uri.toString(), [finding('TWO')]);
    assert.deepEqual(shownIn(document.uri).map(codeOf), ['TWO']);
  });
});
