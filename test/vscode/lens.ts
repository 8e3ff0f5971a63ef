import { strict as assert } from 'node:assert';
import { type CodeLens, commands, type Uri } from 'vscode';
import { setSetting } from './setSetting.ts';
import { waitFor } from './waitFor.ts';
import { closeAll, openText, replaceText } from './workbench.ts';

const statement = '{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}';
const policy = `{"Version":"2012-10-17","Statement":[${statement}]}`;

function titlesOf(uri: Uri): Promise<string[]> {
  return waitForTitles(uri, (titles) => titles.length > 0);
}

function waitForTitles(uri: Uri, condition: (titles: string[]) => boolean): Promise<string[]> {
  return waitFor(async () => {
    const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri, 10);
    return lenses.flatMap(({ command }) => command?.title ?? []);
  }, condition);
}

describe('Code lens', () => {
  afterEach(async () => {
    await setSetting('codeLens.enable', undefined);
    await closeAll();
  });

  it('shows the size against the quota and the number of actions', async () => {
    const { document } = await openText(policy);
    const titles = (await titlesOf(document.uri)).join(' | ');
    assert.match(titles, new RegExp(`${policy.length} of 6,144 characters`));
    assert.match(titles, /1 action allowed/);
  });

  it('follows the text', async () => {
    const editor = await openText(policy);
    await titlesOf(editor.document.uri);
    await replaceText(editor, '"s3:GetObject"', '["s3:GetObject","s3:PutObject"]');
    await waitForTitles(editor.document.uri, (titles) => titles.includes('2 actions allowed'));
  });

  it('knows the quota of a trust policy', async () => {
    const trust = policy.replace('"Resource":"*"', '"Principal":{"Service":"ec2.amazonaws.com"}');
    const { document } = await openText(trust.replace('s3:GetObject', 'sts:AssumeRole'));
    assert.match((await titlesOf(document.uri)).join(), /of 2,048 characters/);
  });

  it('stands above each policy of a template', async () => {
    const { document } = await openText(
      `{"One":{"PolicyDocument":${policy}},\n"Two":{"PolicyDocument":${policy}}}`,
    );
    const lenses = await waitFor(
      () => commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 10),
      (found) => found.length > 0,
    );
    assert.deepEqual([...new Set(lenses.map(({ range }) => range.start.line))], [0, 1]);
  });

  it('goes and comes with its setting', async () => {
    const { document } = await openText(policy);
    await titlesOf(document.uri);
    await setSetting('codeLens.enable', false);
    await waitForTitles(document.uri, (titles) => titles.length === 0);
    await setSetting('codeLens.enable', undefined);
    await titlesOf(document.uri);
  });
});
