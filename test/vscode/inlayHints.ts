import { strict as assert } from 'node:assert';
import { commands, type InlayHint, Range, type TextDocument } from 'vscode';
import { readMarks } from '../markedText.ts';
import { setSetting } from './setSetting.ts';
import { waitFor } from './waitFor.ts';
import { closeAll, openText } from './workbench.ts';

const marked =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":[«"s3:Get*"»,"s3:PutObject"],"Resource":"*"}]}';

describe('Inlay hints', () => {
  afterEach(async () => {
    await setSetting('inlayHints.wildcardActions', undefined);
    await closeAll();
  });

  it('show how many actions a wildcard matches, when the setting says so', async () => {
    const { text, spans } = readMarks(marked);
    const { document } = await openText(text);
    assert.deepEqual(await hintsOf(document), []);
    await setSetting('inlayHints.wildcardActions', true);
    const [hint, ...others] = await waitFor(
      () => hintsOf(document),
      (found) => found.length > 0,
    );
    assert.deepEqual(others, []);
    assert.match(String(hint?.label), /^\d+ actions$/);
    assert.equal(hint && document.offsetAt(hint.position), spans[0]?.end);
    await setSetting('inlayHints.wildcardActions', undefined);
    await waitFor(
      () => hintsOf(document),
      (found) => found.length === 0,
    );
  });
});

async function hintsOf(document: TextDocument): Promise<InlayHint[]> {
  const range = new Range(document.positionAt(0), document.positionAt(document.getText().length));
  return commands.executeCommand<InlayHint[]>('vscode.executeInlayHintProvider', document.uri, range);
}
