import { Disposable, type TextDocument, type TextDocumentChangeEvent, workspace } from 'vscode';
import { mayHoldPolicy, settingsFileName } from '../../../server/src/protocol.ts';
import { isBarelyBegun } from './policyCandidate.ts';

/** Calls `start` once, when the first document is open that may hold a policy or is being written as one. */
export function startWithFirstPolicy(start: () => void): Disposable {
  const listeners: Disposable[] = [];
  const startOnce = () => {
    for (const listener of listeners.splice(0)) listener.dispose();
    start();
  };
  if (workspace.textDocuments.some(needsServer)) {
    startOnce();
    return Disposable.from();
  }
  listeners.push(
    workspace.onDidOpenTextDocument((document) => {
      if (needsServer(document)) startOnce();
    }),
    workspace.onDidChangeTextDocument((change) => {
      if (changeNeedsServer(change)) startOnce();
    }),
  );
  return new Disposable(() => {
    for (const listener of listeners.splice(0)) listener.dispose();
  });
}

function isJson({ languageId }: TextDocument): boolean {
  return languageId === 'json' || languageId === 'jsonc';
}

function needsServer(document: TextDocument): boolean {
  if (!isJson(document)) return false;
  return document.uri.path.endsWith(`/${settingsFileName}`) || mayHoldPolicy(document.getText());
}

/** Reads the changed lines only, so that typing in a large document that holds no policy stays free. */
function changeNeedsServer({ document, contentChanges }: TextDocumentChangeEvent): boolean {
  if (!isJson(document) || contentChanges.length === 0) return false;
  if (document.lineCount <= 5 && isBarelyBegun(document.getText())) return true;
  return contentChanges.some(({ range, text }) => {
    const line = document.lineAt(Math.min(range.start.line, document.lineCount - 1)).text;
    return mayHoldPolicy(text) || mayHoldPolicy(line);
  });
}
