import { visible } from '../roles/markdown.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text of others as text of XML or HTML, or as a value in quotes: nothing of it is markup, nothing turns directions. */
export function escaped(plain: string): string {
  return visible(plain).replace(/[&<>"']/g, (one) => entities[one] ?? '');
}
