/**
 * The text a VS Code snippet inserts when nothing is typed: placeholders with their defaults, choices with their
 * first entry, repeated tab stops with the text of the placeholder of that number.
 * Source: VS Code documentation, Snippets in Visual Studio Code, grammar (variables and transforms left out).
 */
export function fillSnippet(body: string | readonly string[]): string {
  const text = typeof body === 'string' ? body : body.join('\n');
  const defaults = new Map<string, string>();
  collectDefaults(text, defaults);
  return fill(text, defaults);
}

const tabStop = /\\([$}\\])|\$(\d+)|\$\{(\d+)\}|\$\{(\d+)\|((?:[^|\\]|\\.)*)\|\}|\$\{(\d+):/g;

function fill(text: string, defaults: ReadonlyMap<string, string>): string {
  let result = '';
  let index = 0;
  for (let match = next(text, index); match !== null; match = next(text, index)) {
    const [whole, escaped, bare, braced, , , number] = match;
    result += text.slice(index, match.index) + (escaped ?? '');
    const stop = bare ?? braced ?? match[4] ?? number;
    if (stop !== undefined) result += defaults.get(stop) ?? '';
    index =
      number === undefined ? match.index + whole.length : endOfDefault(text, match.index + whole.length) + 1;
  }
  return result + text.slice(index);
}

function next(text: string, from: number): RegExpExecArray | null {
  tabStop.lastIndex = from;
  return tabStop.exec(text);
}

function collectDefaults(text: string, defaults: Map<string, string>): void {
  for (let match = next(text, 0); match !== null; match = next(text, match.index + match[0].length)) {
    const [whole, , , , choice, choices = '', number] = match;
    if (choice !== undefined)
      defaults.set(choice, (/^(?:[^,\\]|\\.)*/.exec(choices)?.[0] ?? '').replace(/\\(.)/g, '$1'));
    if (number === undefined) continue;
    const from = match.index + whole.length;
    const inner = text.slice(from, endOfDefault(text, from));
    collectDefaults(inner, defaults);
    defaults.set(number, fill(inner, defaults));
  }
}

/** The index of the brace that closes a placeholder whose default begins at `from`. */
function endOfDefault(text: string, from: number): number {
  let depth = 0;
  for (let index = from; index < text.length; index++) {
    if (text[index] === '\\') index++;
    else if (text.startsWith('${', index)) depth++;
    else if (text[index] === '}' && depth-- === 0) return index;
  }
  throw new Error(`A placeholder is not closed: ${text.slice(from)}`);
}
