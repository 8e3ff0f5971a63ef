export interface MarkedText {
  readonly text: string;
  /** What stood between `«` and `»`, as offsets of `text`. */
  readonly spans: readonly { readonly start: number; readonly end: number }[];
  /** Where `|` stood, if it was asked for. */
  readonly cursor: number;
}

/** Takes `«…»` out of a text and says where they stood. Marks must pair up. */
export function readMarks(marked: string): MarkedText {
  return read(marked, false);
}

/** As `readMarks`, and takes out the one `|` that stands for the cursor. */
export function readCursor(marked: string): MarkedText {
  const found = read(marked, true);
  if (found.cursor < 0) throw new Error(`No | marks the cursor: ${marked}`);
  return found;
}

function read(marked: string, withCursor: boolean): MarkedText {
  let text = '';
  let cursor = -1;
  const open: number[] = [];
  const spans: { start: number; end: number }[] = [];
  for (const char of marked) {
    if (char === '«') open.push(text.length);
    else if (char === '»') {
      const start = open.pop();
      if (start === undefined) throw new Error(`A » closes nothing: ${marked}`);
      spans.push({ start, end: text.length });
    } else if (char === '|' && withCursor) {
      if (cursor >= 0) throw new Error(`The cursor is marked twice: ${marked}`);
      cursor = text.length;
    } else text += char;
  }
  if (open.length > 0) throw new Error(`A « is not closed: ${marked}`);
  return { text, spans: spans.sort((one, other) => one.start - other.start || one.end - other.end), cursor };
}
