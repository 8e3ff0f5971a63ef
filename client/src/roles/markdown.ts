import { withoutHidden } from './print/visible.ts';

/** The text as it is in a line of Markdown: no mark, link, tag or direction of its own comes of it. */
export function plain(text: string): string {
  return withoutHidden(text)
    .replace(/\s+/g, ' ')
    .replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** The text as a block of code, in a fence that it does not end. */
export function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${withoutHidden(text)}\n${fence}`;
}
