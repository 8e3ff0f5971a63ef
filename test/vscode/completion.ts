import { strict as assert } from 'node:assert';
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  commands,
  extensions,
  type TextEditor,
} from 'vscode';
import { readCursor } from '../markedText.ts';
import { places } from './completionPlaces.ts';
import { setSetting } from './setSetting.ts';
import { typeAndAccept } from './typing.ts';
import { waitFor } from './waitFor.ts';
import { closeAll, openText } from './workbench.ts';

describe('Completion', () => {
  afterEach(async () => {
    await setSetting('account.id', undefined);
    await setSetting('account.partition', undefined);
    await closeAll();
  });

  it('stands beside that of the editor’s own JSON service', async () => {
    await openText('{}');
    await waitFor(() => extensions.getExtension('vscode.json-language-features')?.isActive, Boolean);
  });

  for (const { name, text, typed, expected } of places) {
    it(`inserts ${name}`, async () => {
      const { text: plain, cursor } = readCursor(text);
      const editor = await openText(plain, cursor);
      await typeAndAccept(editor, typed, (now) => now === expected);
    });
  }

  it('tells of an item when it is asked', async () => {
    const label = 's3:GetObjectAcl';
    const items = await itemsAt(permission('"Action":"s3:GetObjectAc|"'), label);
    const item = items.find((one) => labelOf(one) === label);
    assert.match(documentationOf(item), /access control list/i);
  });

  it('offers actions of STS alone in a trust policy, and only those it can hold', async () => {
    const items = await itemsAt(
      permission('"Principal":{"Service":"ec2.amazonaws.com"},"Action":"|"'),
      'sts:AssumeRole',
    );
    const ours = labelsOf(items).filter((label) => label.includes(':'));
    assert.ok(
      ours.every((label) => label.startsWith('sts:')),
      ours.join(),
    );
    assert.ok(!ours.includes('sts:GetFederationToken'));
  });

  it('offers the condition keys of the statement’s actions before global ones', async () => {
    const text = permission('"Action":"s3:ListBucket","Resource":"*","Condition":{"StringLike":{"|"}}');
    const labels = labelsOf(await itemsAt(text, 's3:prefix'));
    assert.ok(labels.indexOf('s3:prefix') < labels.indexOf('aws:PrincipalArn'), labels.join());
    assert.ok(!labels.includes('s3:object-lock-mode'), 'a key of other actions is offered');
  });

  it('takes account and partition of suggested ARNs from the settings', async () => {
    await setSetting('account.id', '444455556666');
    await setSetting('account.partition', 'aws-cn');
    const text = permission('"Action":"sqs:SendMessage","Resource":"|"');
    const { text: plain, cursor } = readCursor(text);
    const editor = await openText(plain, cursor);
    const labels = await waitFor(
      async () => labelsOf(await itemsOf(editor)),
      (found) => found.some((label) => /^arn:aws-cn:sqs:.*:444455556666:/.test(label)),
    );
    assert.ok(!labels.some((label) => label.startsWith('arn:aws:')), labels.join());
  });

  it('offers nothing of its own where there is no policy', async () => {
    const { text, cursor } = readCursor('{"Effect":"|","frames":[]}');
    const items = await itemsOf(await openText(text, cursor));
    // The editor itself offers words of the documents that are open.
    const ours = items.filter(({ kind }) => kind !== CompletionItemKind.Text);
    assert.deepEqual(labelsOf(ours), []);
  });
});

function permission(members: string): string {
  return `{"Version":"2012-10-17","Statement":[{"Effect":"Allow",${members}}]}`;
}

/** The completion items at the cursor, once the one with this label is among them. */
async function itemsAt(marked: string, label: string): Promise<CompletionItem[]> {
  const { text, cursor } = readCursor(marked);
  const editor = await openText(text, cursor);
  return waitFor(
    () => itemsOf(editor),
    (items) => labelsOf(items).includes(label),
  );
}

/** In the order of the list, with their documentation. */
async function itemsOf({ document, selection }: TextEditor): Promise<CompletionItem[]> {
  const place = [document.uri, selection.active, undefined, 200] as const;
  const { items } = await commands.executeCommand<CompletionList>(
    'vscode.executeCompletionItemProvider',
    ...place,
  );
  return items.toSorted((one, other) => (sortTextOf(one) < sortTextOf(other) ? -1 : 1));
}

function sortTextOf(item: CompletionItem): string {
  return item.sortText ?? labelOf(item);
}

function labelOf({ label }: CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}

function labelsOf(items: readonly CompletionItem[]): string[] {
  return items.map(labelOf);
}

function documentationOf(item: CompletionItem | undefined): string {
  const { documentation } = item ?? {};
  return typeof documentation === 'object' ? documentation.value : (documentation ?? '');
}
