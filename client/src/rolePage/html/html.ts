import { escaped } from '../xml.ts';

/** A piece of a page, which needs no more escaping. */
export interface Html {
  readonly html: string;
}

type Piece = Html | string | number | readonly Html[];

/** Markup with texts of others in it, which are escaped wherever they stand; values of attributes stand in quotes. */
export function html(markup: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return {
    html: markup.map((part, index) => part + (index < pieces.length ? written(pieces[index]) : '')).join(''),
  };
}

/** Markup that was made elsewhere of escaped texts. */
export function made(markup: string): Html {
  return { html: markup };
}

function written(piece: Piece | undefined): string {
  if (piece === undefined) return '';
  if (typeof piece === 'string' || typeof piece === 'number') return escaped(String(piece));
  return 'html' in piece ? piece.html : piece.map((one) => one.html).join('');
}

export const nothing: Html = { html: '' };

/** Text of others: by itself in its direction, and cut where it is long, with the whole as its tip. */
export function shown(plain: string, longest = 240): Html {
  const characters = [...plain];
  if (characters.length <= longest) return html`<bdi>${plain}</bdi>`;
  return html`<bdi title="${plain}">${characters.slice(0, longest - 1).join('')}…</bdi>`;
}

/** A list, or what to say in place of an empty one. */
export function list(items: readonly Html[], none: string): Html {
  return items.length === 0
    ? html`<p class="none">${none}</p>`
    : html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}
