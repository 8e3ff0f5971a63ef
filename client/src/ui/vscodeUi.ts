import { type Disposable, env, ProgressLocation, Range, Selection, Uri, window, workspace } from 'vscode';
import { askInput } from './inputBox.ts';
import { askPick, askPickMany } from './quickPick.ts';
import { saveFile } from './saveFile.ts';
import { showDocuments } from './shownDocuments.ts';
import type { Prompted, Ui } from './ui.ts';

/** The editor's side of the port. */
export function createUi(): Ui & Disposable {
  const documents = showDocuments();
  return {
    prompter: { pick: askPick, pickMany: askPickMany, input: askInput },
    pick: async (items, question) => answerOf(await askPick(items, question)),
    pickMany: async (items, question) => answerOf(await askPickMany(items, question)),
    input: async (question) => answerOf(await askInput(question)),
    confirm: async ({ message, detail, buttons }) =>
      window.showWarningMessage(message, { modal: true, detail }, ...buttons),
    inform: async (message, ...buttons) => window.showInformationMessage(message, ...buttons),
    warn: async (message, ...buttons) => window.showWarningMessage(message, ...buttons),
    fail: async (message, ...buttons) => window.showErrorMessage(message, ...buttons),
    progress: async (title, work) =>
      window.withProgress(
        { location: ProgressLocation.Notification, title, cancellable: true },
        async (progress, token) => {
          const controller = new AbortController();
          const listener = token.onCancellationRequested(() => controller.abort());
          try {
            return await work((report) => progress.report(report), controller.signal);
          } finally {
            listener.dispose();
          }
        },
      ),
    show: documents.show,
    diff: documents.diff,
    threeWay: documents.threeWay,
    async open(uri, range) {
      const document = await workspace.openTextDocument(Uri.parse(uri, true));
      const editor = await window.showTextDocument(document, { preview: false });
      if (range === undefined) return;
      const { start, end } = range;
      const selected = new Range(start.line, start.character, end.line, end.character);
      editor.selection = new Selection(selected.start, selected.end);
      editor.revealRange(selected);
    },
    async edit({ language, text }) {
      await window.showTextDocument(await workspace.openTextDocument({ language, content: text }));
    },
    save: saveFile,
    copy: async (text) => env.clipboard.writeText(text),
    openExternal: async (url) => env.openExternal(Uri.parse(url, true)),
    dispose: documents.dispose,
  };
}

function answerOf<T>(prompted: Prompted<T>): T | undefined {
  return prompted.kind === 'answer' ? prompted.value : undefined;
}
