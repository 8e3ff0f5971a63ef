/**
 * The rows of the first table under a heading, by column title. Throws an `Error` where there is no such table.
 */
export function tableUnder(markdown: string, heading: string): readonly Readonly<Record<string, string>>[] {
  const lines = markdown.split('\n');
  const start = lines.findIndex((line) => /^#+ /.test(line) && line.replace(/^#+ /, '') === heading);
  const rest = start < 0 ? [] : lines.slice(start + 1);
  const from = rest.findIndex((line) => line.startsWith('|') || line.startsWith('#'));
  const [head = '', , ...rows] = from < 0 ? [] : rest.slice(from);
  if (!head.startsWith('|')) throw new Error(`There is no table under “${heading}”.`);
  const titles = cellsOf(head);
  const end = rows.findIndex((line) => !line.startsWith('|'));
  return rows.slice(0, end < 0 ? rows.length : end).map((line) => {
    const cells = cellsOf(line);
    return Object.fromEntries(titles.map((title, index) => [title, cells[index] ?? '']));
  });
}

function cellsOf(line: string): readonly string[] {
  return line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim());
}

/** What stands in backticks. */
export function codeIn(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
}
