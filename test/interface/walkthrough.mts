import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { inRepository } from '../../scripts/repository.mts';
import { chooseRow, editorTextShown, hideSideBar, runCommand } from '../../scripts/vscode/workbench.mts';
import type { MotoTest } from './interfaceTests.mts';

interface Walkthrough {
  readonly title: string;
  readonly steps: readonly { readonly title: string; readonly description: string }[];
}

export const walkthroughTests: readonly MotoTest[] = [
  {
    name: 'the walkthrough opens, and its button runs the command',
    async run(page) {
      const manifest = JSON.parse(readFileSync(inRepository('package.json'), 'utf8'));
      const [{ title, steps }]: [Walkthrough] = manifest.contributes.walkthroughs;
      await hideSideBar(page);
      await runCommand(page, 'Welcome: Open Walkthrough...');
      await chooseRow(page, title);
      const shown = page.locator('.gettingStartedDetailsContent');
      await shown.locator('.category-title', { hasText: title }).waitFor();
      assert.equal(await shown.locator('.getting-started-step').count(), steps.length);
      // From the last one, as the first is open from the beginning.
      for (const { title: step, description } of steps.toReversed()) {
        await shown.locator('.getting-started-step', { hasText: step }).click();
        const [, name = ''] = /\[(.*)\]\(command:/.exec(description) ?? [];
        await shown.getByRole('button', { name, exact: true }).waitFor();
      }
      await shown.getByRole('button', { name: 'New Trust Policy' }).click();
      await editorTextShown(page, '"Version": "2012-10-17"');
    },
  },
];
