import type { JSONScanner } from 'jsonc-parser';
import type { Node, Span, StringNode } from './node.ts';
import { scanErrors, token, unclosedString } from './token.ts';
import { bareText, stringEnd } from './tokenEnd.ts';
import { bareStringNode, stringNode, type ToDocument } from './treeBuilder.ts';

/** A string, number, word or whatever else stands where a value or key may. */
export interface Scalar {
  readonly node: Node;
  /** The index behind it, where reading goes on. */
  readonly to: number;
  /** What JSON does not allow about it. */
  readonly problem: string | undefined;
}

/** Reads the token that the scanner has just passed; it may turn out shorter or longer than the scanner took it. */
export function readScalar(
  text: string,
  scanner: JSONScanner,
  kind: number,
  isKey: boolean,
  at: ToDocument,
): Scalar {
  if (kind === token.string) return readString(text, scanner, isKey, at);
  const to = scanner.getPosition();
  if (kind === token.unknown || /[\w.+-]/.test(text.charAt(to))) return readBare(text, scanner, isKey, at);
  const span = { start: at(scanner.getTokenOffset()), end: at(to), parent: undefined };
  return { node: literal(scanner, kind, span), to, problem: scanErrors[scanner.getTokenError()] };
}

function literal(scanner: JSONScanner, kind: number, span: Span & { parent: undefined }): Node {
  switch (kind) {
    case token.number:
      return { kind: 'number', value: Number(scanner.getTokenValue()), ...span };
    case token.null:
      return { kind: 'null', ...span };
    default:
      return { kind: 'boolean', value: kind === token.true, ...span };
  }
}

function readString(text: string, scanner: JSONScanner, isKey: boolean, at: ToDocument): Scalar {
  const from = scanner.getTokenOffset();
  const to = scanner.getPosition();
  const error = scanner.getTokenError();
  const closed = error !== unclosedString;
  const end = stringEnd(text, from, to, closed, isKey);
  const node: StringNode =
    end < to
      ? stringNode(text, text.slice(from + 1, end), from, end, false, at)
      : stringNode(text, scanner.getTokenValue(), from, to, closed, at);
  return { node, to: end, problem: scanErrors[end < to ? unclosedString : error] };
}

function readBare(text: string, scanner: JSONScanner, isKey: boolean, at: ToDocument): Scalar {
  const from = scanner.getTokenOffset();
  const { end, closingQuote } = bareText(text, from, isKey);
  if (closingQuote) {
    const node = bareStringNode(text.slice(from, end), from, end + 1, at);
    return { node, to: end + 1, problem: 'The opening double quote is missing.' };
  }
  const to = Math.max(end, scanner.getPosition());
  const problem = 'Text must stand in double quotes.';
  if (!isKey)
    return { node: { kind: 'unknown', start: at(from), end: at(to), parent: undefined }, to, problem };
  const word = text.slice(from, to);
  const quoted = /^'(.*)'$/.exec(word)?.[1];
  const node =
    quoted === undefined ? bareStringNode(word, from, to, at) : stringNode(text, quoted, from, to, true, at);
  return { node, to, problem };
}
