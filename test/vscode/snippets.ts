import { strict as assert } from 'node:assert';
import { DiagnosticSeverity } from 'vscode';
import { readCursor } from '../markedText.ts';
import { findingsOf } from './findings.ts';
import { typeAndAccept } from './typing.ts';
import { closeAll, openText } from './workbench.ts';

const aList = '{\n  "Version": "2012-10-17",\n  "Statement": [\n    |\n  ]\n}';

describe('Snippets', () => {
  afterEach(closeAll);

  for (const [prefix, where, word] of [
    ['iam-trust-ec2', '|', 'ec2.amazonaws.com'],
    ['iam-trust-cross-account', '|', 'sts:ExternalId'],
    ['iam-trust-github', '|', 'token.actions.githubusercontent.com'],
    ['iam-policy-s3-read', '|', 's3:ListBucket'],
    ['iam-statement-pass-role', aList, 'iam:PassedToService'],
  ] as const) {
    it(`${prefix} fills in a policy without a mistake`, async () => {
      const { text, cursor } = readCursor(where);
      const editor = await openText(text, cursor);
      await typeAndAccept(editor, prefix, (now) => now.includes(word));
      const { document } = editor;
      assert.equal(JSON.parse(document.getText()).Version, '2012-10-17');
      const errors = () =>
        findingsOf(document.uri).filter(({ severity }) => severity === DiagnosticSeverity.Error);
      assert.deepEqual(errors(), []);
    });
  }
});
