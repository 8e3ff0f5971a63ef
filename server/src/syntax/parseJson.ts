import { createScanner, type JSONScanner } from 'jsonc-parser';
import { addKey, expectsKey, type Frame, isEmpty, lacksValue, openFrame } from './frame.ts';
import { intrinsicValue, isCloudFormation } from './intrinsic.ts';
import type { Node, StringNode } from './node.ts';
import { readScalar } from './readScalar.ts';
import type { SyntaxProblem } from './syntaxProblem.ts';
import { scanErrors, token, unclosedComment } from './token.ts';
import { isListGoingOn } from './tokenEnd.ts';
import {
  adopt,
  type OpenContainer,
  type OpenObject,
  openArray,
  openObject,
  replaceLast,
  type ToDocument,
} from './treeBuilder.ts';

/** What stands in a text: a tree as far as there is one, and what JSON does not allow. */
export interface ParsedText {
  readonly root: Node | undefined;
  /**
   * Comments and trailing commas, and the first other mistake: what follows from it cannot be told from a second
   * mistake, and AWS too reports one.
   */
  readonly problems: readonly SyntaxProblem[];
}

/** Containers nested deeper than this are passed over: no policy comes near it. */
export const maxDepth = 200;
/** More comments and trailing commas than this are not listed one by one. */
const mostProblems = 1000;

/**
 * Reads JSON, tolerating comments, trailing commas, and whatever half-typed text lacks. Never throws, for any
 * text, and takes time linear in its length. `at` maps indexes of `text` to offsets of the document it is in.
 */
export function parseJson(text: string, at: ToDocument = (index) => index): ParsedText {
  const reader = new JsonReader(text, at);
  reader.readAll();
  return { root: reader.root, problems: reader.problems };
}

/** The string that the token before this one is: a colon behind it makes it a key. */
interface LastString {
  readonly node: StringNode;
  readonly from: number;
  readonly to: number;
  readonly startsLine: boolean;
}

/** One pass over the tokens with a stack of open containers; a class for its state alone. */
class JsonReader {
  root: Node | undefined;
  readonly problems: SyntaxProblem[] = [];
  private readonly text: string;
  private readonly at: ToDocument;
  private readonly scanner: JSONScanner;
  private readonly cloudFormation: boolean;
  private readonly stack: Frame[] = [];
  private skipped = 0;
  /** The token being read. */
  private from = 0;
  private to = 0;
  private startsLine = true;
  private last: LastString | undefined;
  private failed = false;
  private tooDeep = false;
  /** Nothing on the line of a mistake is taken for a comment: `//` may belong to a string without quotes. */
  private failedOnThisLine = false;

  constructor(text: string, at: ToDocument) {
    this.text = text;
    this.at = at;
    this.cloudFormation = isCloudFormation(text);
    this.scanner = createScanner(text, false);
    if (text.charCodeAt(0) === 0xfeff) this.scanner.setPosition(1);
  }

  readAll(): void {
    for (;;) {
      this.skipSpace();
      const kind = this.scanner.scan();
      if (kind === token.end) break;
      this.from = this.scanner.getTokenOffset();
      // The scanner takes a comment without an end to be longer than the text.
      this.to = Math.min(this.scanner.getPosition(), this.text.length);
      const before = this.last;
      this.read(kind);
      if (this.last === before && kind !== token.lineComment && kind !== token.blockComment)
        this.last = undefined;
      this.startsLine = false;
    }
    this.closeAll();
  }

  /** The scanner would give every run of spaces as a token. */
  private skipSpace(): void {
    const start = this.scanner.getPosition();
    let index = start;
    for (; ; index++) {
      const code = this.text.charCodeAt(index);
      if (code === 10 || code === 13) this.startsLine = true;
      else if (code !== 32 && code !== 9) break;
    }
    if (index > start) this.scanner.setPosition(index);
    if (this.startsLine) this.failedOnThisLine = false;
  }

  private closeAll(): void {
    const end = this.text.length;
    if (this.stack.length > 0) this.problem('syntax', `A ${this.closing()} is missing.`, end, end);
    while (this.stack.length > 0) this.close(end);
  }

  private read(kind: number): void {
    switch (kind) {
      case token.lineComment:
      case token.blockComment:
        return this.comment();
      case token.openBrace:
        return this.open(openObject(this.at(this.from)));
      case token.openBracket:
        return this.open(openArray(this.at(this.from)));
      case token.closeBrace:
        return this.closeToken('}');
      case token.closeBracket:
        return this.closeToken(']');
      case token.comma:
        return this.comma();
      case token.colon:
        return this.colon();
      default:
        return this.scalarToken(kind);
    }
  }

  private get top(): Frame | undefined {
    return this.stack[this.stack.length - 1];
  }

  private closing(): '}' | ']' {
    return this.top?.container.kind === 'object' ? '}' : ']';
  }

  private problem(kind: SyntaxProblem['kind'], message: string, from: number, to: number): void {
    if (kind === 'syntax') {
      this.failedOnThisLine = true;
      if (this.failed) return;
      this.failed = true;
    } else if (kind === 'too deep') {
      if (this.tooDeep) return;
      this.tooDeep = true;
    } else if (this.problems.length >= mostProblems) return;
    this.problems.push({ kind, message, start: this.at(from), end: this.at(to) });
  }

  private problemAtToken(kind: SyntaxProblem['kind'], message: string): void {
    this.problem(kind, message, this.from, this.to);
  }

  private comment(): void {
    if (this.scanner.getTokenError() === unclosedComment)
      return this.problemAtToken('syntax', scanErrors[unclosedComment]);
    if (!this.failedOnThisLine)
      this.problemAtToken('comment', 'JSON has no comments, and AWS refuses a policy that holds one.');
  }

  private open(container: OpenContainer): void {
    if (this.skipped > 0 || this.stack.length >= maxDepth) {
      if (this.skipped === 0)
        this.problemAtToken('too deep', `Values nested deeper than ${maxDepth} levels are not read.`);
      this.skipped++;
      return;
    }
    if (container.kind === 'object') this.makeRoomForEntry();
    this.stack.push(openFrame(container, this.place(container as Node)));
  }

  /**
   * An object cannot follow a member. It is the next entry of the list that this object is in, or of a list that the
   * last member's object should have begun.
   */
  private makeRoomForEntry(): void {
    const frame = this.top;
    if (frame?.container.kind !== 'object' || !expectsKey(frame)) return;
    const last = frame.container.members[frame.container.members.length - 1];
    if (last === undefined) return;
    if (this.stack[this.stack.length - 2]?.container.kind === 'array') {
      this.problemAtToken('syntax', 'A } is missing before this {.');
      this.close(this.from);
    } else if (last.value?.kind === 'object') {
      this.problemAtToken('syntax', 'A [ is missing before the first of these objects.');
      this.beginList(frame, [last.value]);
    }
  }

  /** The last value of an object turns out to be the first of a list. */
  private beginList(frame: Frame, items: readonly [Node, ...Node[]]): void {
    if (this.stack.length >= maxDepth) return;
    const list = openArray(items[0].start);
    replaceLast(frame.container, list as Node);
    for (const item of items) {
      adopt(list, item);
      list.items.push(item);
    }
    frame.expecting = 'comma';
    frame.comma = undefined;
    this.stack.push({ ...openFrame(list, frame.attached), expecting: 'comma' });
  }

  /** Puts a value where one is expected; false where there is no place for it. */
  private place(value: Node): boolean {
    const frame = this.top;
    if (frame === undefined) {
      if (this.root !== undefined) {
        this.problemAtToken('syntax', 'The document ends here: nothing may follow its first value.');
        return false;
      }
      this.root = value;
      return true;
    }
    if (frame.expecting === 'comma') this.problemAtToken('syntax', 'A comma is missing before this value.');
    if (frame.expecting === 'colon') this.problemAtToken('syntax', 'A colon is missing before this value.');
    return frame.container.kind === 'object'
      ? this.placeMember(frame, frame.container, value)
      : this.placeItem(frame, value);
  }

  private placeItem(frame: Frame, value: Node): boolean {
    adopt(frame.container, value);
    if (frame.container.kind === 'array') frame.container.items.push(value);
    frame.expecting = 'comma';
    frame.comma = undefined;
    return true;
  }

  private placeMember(frame: Frame, object: OpenObject, value: Node): boolean {
    if (expectsKey(frame)) {
      if (value.kind === 'string') {
        addKey(frame, object, value);
        return true;
      }
      if (frame.expecting === 'key')
        this.problemAtToken('syntax', 'A key in double quotes is expected here.');
      return false;
    }
    const member = object.members[object.members.length - 1];
    if (member !== undefined) {
      adopt(object, value);
      member.value = value;
    }
    frame.expecting = 'comma';
    return true;
  }

  private scalarToken(kind: number): void {
    if (this.skipped > 0) return;
    const {
      node: value,
      to,
      problem,
    } = readScalar(this.text, this.scanner, kind, expectsKey(this.top), this.at);
    if (to !== this.to) this.scanner.setPosition(to);
    this.to = to;
    if (problem !== undefined) this.problemAtToken('syntax', problem);
    this.place(value);
    if (value.kind === 'string')
      this.last = { node: value, from: this.from, to: this.to, startsLine: this.startsLine };
  }

  private comma(): void {
    if (this.skipped > 0) return;
    const frame = this.top;
    if (frame === undefined) return this.problemAtToken('syntax', 'A comma has no place here.');
    if (this.continueAsList(frame)) return this.comma();
    if (frame.comma !== undefined || (frame.expecting !== 'comma' && isEmpty(frame)))
      this.problemAtToken('syntax', 'A comma has nothing before it.');
    if (lacksValue(frame)) this.problemAtToken('syntax', 'A value is missing before this comma.');
    frame.comma = { start: this.from, end: this.to };
    frame.expecting = frame.container.kind === 'object' ? 'key' : 'value';
  }

  /** Strings up to a `]` behind a member's string are no keys: the `[` before the first is missing. */
  private continueAsList(frame: Frame): boolean {
    const { container } = frame;
    if (this.failed || container.kind !== 'object' || frame.expecting !== 'colon') return false;
    const first = container.members[container.members.length - 2]?.value;
    const second = container.members[container.members.length - 1]?.key;
    if (first?.kind !== 'string' || second === undefined || this.stack.length >= maxDepth) return false;
    if (!isListGoingOn(this.text, this.from, false)) return false;
    this.problemAtToken('syntax', 'A [ is missing before the first of these strings.');
    container.members.pop();
    this.beginList(frame, [first, second]);
    return true;
  }

  private colon(): void {
    if (this.skipped > 0) return;
    const frame = this.top;
    if (frame?.expecting === 'colon') {
      frame.expecting = 'value';
      return;
    }
    if (this.last === undefined || !this.takeAsKey(frame, this.last))
      this.problemAtToken('syntax', 'A colon has no place here.');
  }

  /** A string taken as a value turns out to be the key of the next member: something is missing before it. */
  private takeAsKey(frame: Frame | undefined, key: LastString): boolean {
    if (frame === undefined) {
      if (this.root !== key.node) return false;
      this.root = undefined;
      return this.beginObject(key);
    }
    if (frame.container.kind === 'array') return this.takeItemAsKey(frame, frame.container.items, key);
    const member = frame.container.members[frame.container.members.length - 1];
    if (member?.value !== key.node) return false;
    member.value = undefined;
    return this.continueAt(frame, key, 'A value is missing before this key.');
  }

  private takeItemAsKey(frame: Frame, items: Node[], key: LastString): boolean {
    if (items[items.length - 1] !== key.node || this.stack.length >= maxDepth) return false;
    const before = items[items.length - 2];
    if (before === undefined || before.kind === 'object') {
      items.pop();
      frame.expecting = 'value';
      return this.beginObject(key);
    }
    const outer = this.stack[this.stack.length - 2];
    if (outer?.container.kind !== 'object') return false;
    const goesOn = this.failed ? !key.startsLine : isListGoingOn(this.text, this.to, true);
    if (goesOn) return false;
    items.pop();
    this.close(key.from);
    return this.continueAt(outer, key, 'A ] is missing before this key.');
  }

  private beginObject(key: LastString): boolean {
    const object = openObject(key.node.start);
    const frame = openFrame(object, this.place(object as Node));
    this.stack.push(frame);
    return this.continueAt(frame, key, 'A { is missing before this key.');
  }

  private continueAt(frame: Frame, { node, from, to }: LastString, message: string): boolean {
    if (frame.container.kind === 'object') addKey(frame, frame.container, node);
    frame.expecting = 'value';
    this.problem('syntax', message, from, to);
    return true;
  }

  private closeToken(bracket: '}' | ']'): void {
    if (this.skipped > 0) {
      this.skipped--;
      if (this.skipped === 0 && this.top !== undefined) this.top.expecting = 'comma';
      return;
    }
    const kind = bracket === '}' ? 'object' : 'array';
    const frame = this.top;
    if (frame !== undefined && bracket === ']') this.continueAsList(frame);
    if (!this.stack.some(({ container }) => container.kind === kind))
      return this.problemAtToken('syntax', `This ${bracket} closes nothing.`);
    while (this.top !== undefined && this.top.container.kind !== kind) {
      this.problemAtToken('syntax', `A ${this.closing()} is missing before this ${bracket}.`);
      this.close(this.from);
    }
    if (this.top !== undefined) this.reportLooseEnd(this.top);
    this.close(this.to);
  }

  private reportLooseEnd(frame: Frame): void {
    if (frame.comma !== undefined) {
      const { start, end } = frame.comma;
      const message = 'JSON has no comma after the last entry, and AWS refuses one.';
      this.problem('trailing comma', message, start, end);
    } else if (lacksValue(frame)) this.problemAtToken('syntax', 'A value is missing before this }.');
  }

  private close(end: number): void {
    const frame = this.stack.pop();
    if (frame === undefined) return;
    frame.container.end = this.at(end);
    const known = this.cloudFormation && frame.attached ? intrinsicValue(frame.container as Node) : undefined;
    if (known !== undefined && this.top !== undefined) replaceLast(this.top.container, known);
  }
}
