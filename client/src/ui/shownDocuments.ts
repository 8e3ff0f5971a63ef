import {
  commands,
  Disposable,
  TabInputCustom,
  TabInputText,
  TabInputTextDiff,
  type TextDocumentShowOptions,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import type { ShownDocument, Ui } from './ui.ts';

export interface ShownDocuments extends Disposable {
  show: Ui['show'];
  diff: Ui['diff'];
  threeWay: Ui['threeWay'];
}

/** Documents under it are made by commands and kept in memory for as long as they are open. */
export const shownScheme = 'iam-roles';

const extensions: Readonly<Record<ShownDocument['language'], string>> = {
  markdown: 'md',
  json: 'json',
  shellscript: 'sh',
  yaml: 'yaml',
  terraform: 'tf',
  typescript: 'ts',
  plaintext: 'txt',
};

/** Shows read-only documents that stand in no file. */
export function showDocuments(): ShownDocuments {
  const texts = new Map<string, string>();
  let count = 0;
  /** A URI of its own for each, as VS Code takes the same URI for the same text. */
  const add = (title: string, language: string, text: string): Uri => {
    const extension = extensions[language as ShownDocument['language']] ?? 'txt';
    const name = title.replace(/[\\/:*?"<>|#%\s]+/g, ' ').trim();
    const uri = Uri.from({ scheme: shownScheme, path: `/${++count}/${name}.${extension}` });
    texts.set(uri.toString(), text);
    return uri;
  };
  const listeners = [
    workspace.registerTextDocumentContentProvider(shownScheme, {
      provideTextDocumentContent: (uri) => texts.get(uri.toString()),
    }),
    workspace.onDidCloseTextDocument(({ uri }) => texts.delete(uri.toString())),
  ];
  return {
    async show({ title, language, text }) {
      const uri = add(title, language, text);
      const place = { viewColumn: columnForShown(), preserveFocus: true, preview: true };
      if (language === 'markdown' && (await previewed(uri, place))) return;
      await window.showTextDocument(uri, place);
    },
    async diff({ title, left, right, language }) {
      const from = add(`${title} now`, language, left);
      const to =
        typeof right === 'string' ? add(`${title} then`, language, right) : Uri.parse(right.uri, true);
      await commands.executeCommand('vscode.diff', from, to, title, { preview: false });
      return { close: () => closeDiff(from) };
    },
    async threeWay({ title, language, base, theirs, uri }) {
      const [opened, now] = [add('when opened', language, base), add('in AWS now', language, theirs)];
      const yours = Uri.parse(uri, true);
      await commands.executeCommand('vscode.changes', title, [
        [now, opened, now],
        [yours, now, yours],
      ]);
    },
    dispose: () => Disposable.from(...listeners).dispose(),
  };
}

/** Beside what the user works on; where that is one of these documents, the next one is shown in its place. */
function columnForShown(): ViewColumn {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  const isShown =
    (input instanceof TabInputCustom || input instanceof TabInputText) && input.uri.scheme === shownScheme;
  return isShown ? ViewColumn.Active : ViewColumn.Beside;
}

/**
 * False where VS Code's Markdown preview is switched off. Opened as an editor, as the command that shows a preview
 * takes the focus, even from a modal question that is asked next.
 */
async function previewed(uri: Uri, place: TextDocumentShowOptions): Promise<boolean> {
  try {
    await commands.executeCommand('vscode.openWith', uri, 'vscode.markdown.preview.editor', place);
    return true;
  } catch {
    return false;
  }
}

async function closeDiff(left: Uri): Promise<void> {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  await window.tabGroups.close(
    tabs.filter(
      ({ input }) => input instanceof TabInputTextDiff && input.original.toString() === left.toString(),
    ),
    true,
  );
}
