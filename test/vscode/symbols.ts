import { strict as assert } from 'node:assert';
import { commands, type DocumentSymbol } from 'vscode';
import { waitFor } from './waitFor.ts';
import { closeAll, openText } from './workbench.ts';

const policy = `{"Version":"2012-10-17","Statement":[
  {"Sid":"ReadReports","Effect":"Allow","Action":"s3:GetObject","Resource":"*"},
  {"Effect":"Deny","Action":"s3:DeleteObject","Resource":"*"}
]}`;

describe('Document symbols', () => {
  afterEach(closeAll);

  it('name the policy and its statements, by Sid or in words', async () => {
    const { document } = await openText(policy);
    const found = await waitFor(
      // The editor's own JSON service has symbols of its own.
      async () => (await symbolsOf(document.uri)).find(({ name }) => name === 'Identity-based policy'),
      (symbol) => symbol !== undefined,
    );
    const [first, second, ...others] = found?.children ?? [];
    assert.equal(first?.name, 'ReadReports');
    assert.equal(first.range.start.line, 1);
    assert.match(second?.name ?? '', /Deny.*s3:DeleteObject/i);
    assert.deepEqual(others, []);
  });
});

function symbolsOf(...document: unknown[]): Thenable<DocumentSymbol[]> {
  return commands.executeCommand('vscode.executeDocumentSymbolProvider', ...document);
}
