import { commands, type TextEditor } from 'vscode';
import { waitFor } from './waitFor.ts';

/**
 * Types into the editor, asks for suggestions and takes the one on top, as a person does with Ctrl+Space and Enter.
 * Settles with the document's text once that has changed to the expected one.
 */
export async function typeAndAccept(editor: TextEditor, typed: string, expected: string): Promise<void> {
  const text = () => editor.document.getText();
  if (typed !== '') await commands.executeCommand('type', { text: typed });
  const before = text();
  await commands.executeCommand('editor.action.triggerSuggest');
  await waitFor(
    async () => {
      // Does nothing until there is a suggestion, nor when one was taken.
      if (text() === before) await commands.executeCommand('acceptSelectedSuggestion');
      return text();
    },
    (value) => value === expected,
  );
  // An item may ask for the next suggestions.
  await commands.executeCommand('hideSuggestWidget');
  await commands.executeCommand('leaveSnippet');
}
