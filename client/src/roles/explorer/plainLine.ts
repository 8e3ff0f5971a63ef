import { withoutHidden } from '../print/visible.ts';

const longest = 120;

/** Text that others wrote, to be shown as it is: on one line, cut, and what is not seen written as escapes. */
export function plainLine(text: string, length = longest): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  const cut = characters.length > length ? [...characters.slice(0, length - 1), '…'] : characters;
  return withoutHidden(cut.join(''));
}
