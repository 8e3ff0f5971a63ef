// The scanner takes everything up to the next quote or line end for a string, so that one missing quote would swallow
// what follows; these readings keep the mistake to its own token.

/** A key that goes on with a colon and a value: its closing quote is missing before the colon. */
const keyThenValue = /:(?=[[{]|\s\s*\S)/;
/** What may stand directly behind a string's closing quote, beside the end of the text. */
const behindString = ':,]} \n\r\t';

/**
 * The end of a string token, exclusive, that starts with its quote at `from` and that the scanner read to `to`;
 * `to` itself when nothing speaks against it. A string with escapes is left alone.
 */
export function stringEnd(text: string, from: number, to: number, closed: boolean, isKey: boolean): number {
  if (closed && behindString.includes(text.charAt(to))) return to;
  const inner = text.slice(from + 1, closed ? to - 1 : to);
  if (inner.includes('\\')) return to;
  const cut = closed ? openedBehind(inner, isKey) : unclosedEnd(inner, isKey);
  return cut === undefined ? to : from + 1 + cut;
}

/** The closing quote at the end opens the next string: `"Effect: "Allow"`, `["a, "b"]`, `"Action:["a"`. */
function openedBehind(inner: string, isKey: boolean): number | undefined {
  const end = endWithout(inner, ' \t,:[]{}');
  return end > 0 && inner.includes(isKey ? ':' : ',', end) ? end : undefined;
}

function unclosedEnd(inner: string, isKey: boolean): number | undefined {
  if (isKey) {
    const colon = inner.search(keyThenValue);
    if (colon > 0) return colon;
  }
  if (/[[{]/.test(inner)) return undefined;
  return endWithout(inner, ' \t,]}');
}

/** The length of a text without any of some characters at its end: punctuation that a missing quote swallowed. */
function endWithout(text: string, characters: string): number {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end--;
  return end;
}

/** Text without quotes, and whether its closing quote stands although the opening one is missing. */
export interface BareText {
  /** Exclusive, the closing quote not included. */
  readonly end: number;
  readonly closingQuote: boolean;
}

const wholeWord = /[^\s",{}[\]]*/y;
const keyWord = /[^\s",:{}[\]]*/y;
const quoteThenColon = /"\s*:/y;
const quoteThenEnd = /"\s*(?:[,}\]\n\r]|$)/y;

/** Reads on from a word that stands where a string should. `Effect":` lacks a quote, `Effect:"` lacks two. */
export function bareText(text: string, from: number, isKey: boolean): BareText {
  const end = matchEnd(wholeWord, text, from);
  const closingQuote = matchEnd(isKey ? quoteThenColon : quoteThenEnd, text, end) > end;
  if (closingQuote || !isKey) return { end, closingQuote };
  return { end: matchEnd(keyWord, text, from), closingQuote: false };
}

/** The index behind a sticky pattern's match at `from`; `from` when it does not match. */
function matchEnd(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}

const restOfList = /(?:\s*,\s*"[^"\r\n]*")*\s*\]/y;
const stringThenRest = /\s*"[^"\r\n]*"(?:\s*,\s*"[^"\r\n]*")*\s*\]/y;

/** Whether nothing but strings and commas stands before the next `]`, at least one when `stringFirst`. */
export function isListGoingOn(text: string, from: number, stringFirst: boolean): boolean {
  return matchEnd(stringFirst ? stringThenRest : restOfList, text, from) > from;
}
