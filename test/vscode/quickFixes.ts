import { type CodeAction, commands, workspace } from 'vscode';
import { findingsOf, waitForCodes } from './findings.ts';
import { waitFor } from './waitFor.ts';
import { closeAll, openText } from './workbench.ts';

describe('Quick fixes', () => {
  afterEach(closeAll);

  it('mend what was found', async () => {
    const text =
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObjct","Resource":"arn:aws:s3:::amzn-s3-demo-bucket/*"}]}';
    const { document } = await openText(text);
    const { uri } = document;
    await waitForCodes(uri, ['INVALID_ACTION']);
    const range = findingsOf(uri)[0]?.range;
    const fix = await waitFor(
      async () => {
        const found = await commands.executeCommand<CodeAction[]>(
          'vscode.executeCodeActionProvider',
          uri,
          range,
          'quickfix',
        );
        return found.find(({ title }) => title.includes('s3:GetObject'));
      },
      (found) => found?.edit !== undefined,
    );
    if (fix?.edit !== undefined) await workspace.applyEdit(fix.edit);
    await waitFor(
      () => document.getText(),
      (now) => now === text.replace('s3:GetObjct', 's3:GetObject'),
    );
    await waitForCodes(uri, []);
  });
});
