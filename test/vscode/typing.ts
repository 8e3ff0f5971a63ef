import { commands, type TextEditor } from 'vscode';
import { waitFor } from './waitFor.ts';

/**
 * Types into the editor, asks for suggestions and takes the one on top, as a person does with Ctrl+Space and Enter.
 * Settles when the document's text fulfils the condition.
 */
export async function typeAndAccept(
  editor: TextEditor,
  typed: string,
  condition: (text: string) => boolean,
): Promise<void> {
  const text = () => editor.document.getText();
  if (typed !== '') await commands.executeCommand('type', { text: typed });
  const before = text();
  await commands.executeCommand('editor.action.triggerSuggest');
  await waitFor(async () => {
    // Does nothing until there is a suggestion.
    if (text() === before) await commands.executeCommand('acceptSelectedSuggestion');
    return text();
  }, condition);
  // An item may ask for the next suggestions.
  await commands.executeCommand('hideSuggestWidget');
  await commands.executeCommand('leaveSnippet');
}
