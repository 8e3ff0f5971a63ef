import { strict as assert } from 'node:assert';
import { languages, TabInputCustom, type Uri, window } from 'vscode';
import { waitForCodes } from './findings.ts';
import { waitFor } from './waitFor.ts';
import { openFile } from './workbench.ts';

/** What the link of the first finding in misspelt.json leads to. */
export async function linkOfFinding(): Promise<Uri> {
  const { document } = await openFile('misspelt.json');
  await waitForCodes(document.uri, ['INVALID_ACTION']);
  const [finding] = languages.getDiagnostics(document.uri).filter(({ source }) => source === 'IAM Roles');
  assert.ok(typeof finding?.code === 'object');
  return finding.code.target;
}

/** Waits until a page is shown as rendered Markdown, and no editor with its text. */
export function waitForPage(path: string): Promise<unknown> {
  return waitFor(
    () => window.tabGroups.activeTabGroup.activeTab?.input,
    (input) =>
      input instanceof TabInputCustom &&
      input.viewType === 'vscode.markdown.preview.editor' &&
      input.uri.scheme === 'iam-check' &&
      input.uri.path === path,
  );
}
