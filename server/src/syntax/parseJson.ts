import { createScanner, type JSONScanner } from 'jsonc-parser';
import { intrinsicValue, isCloudFormation } from './intrinsic.ts';
import type { Node, StringNode } from './node.ts';
import type { SyntaxProblem } from './syntaxProblem.ts';
import { scanErrors, token } from './token.ts';
import {
  adopt,
  bareStringNode,
  type OpenContainer,
  type OpenObject,
  openArray,
  openObject,
  stringNode,
  type ToDocument,
} from './treeBuilder.ts';

/** What stands in a text: a tree as far as there is one, and what JSON does not allow. */
export interface ParsedText {
  readonly root: Node | undefined;
  readonly problems: readonly SyntaxProblem[];
}

/** Containers nested deeper than this are passed over: no policy comes near it. */
export const maxDepth = 200;

/**
 * Reads JSON, tolerating comments, trailing commas, and whatever half-typed text lacks. Never throws, for any
 * text, and takes time linear in its length. `at` maps indexes of `text` to offsets of the document it is in.
 */
export function parseJson(text: string, at: ToDocument = (index) => index): ParsedText {
  const reader = new JsonReader(text, at);
  reader.readAll();
  return { root: reader.root, problems: reader.problems };
}

/** Where the reader stands in the container on top of the stack. */
type Expecting = 'key' | 'colon' | 'value' | 'comma';

interface Frame {
  readonly container: OpenContainer;
  /** A container that found no place in the tree is read, but not kept. */
  readonly attached: boolean;
  expecting: Expecting;
  comma: { start: number; end: number } | undefined;
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

  constructor(text: string, at: ToDocument) {
    this.text = text;
    this.at = at;
    this.cloudFormation = isCloudFormation(text);
    this.scanner = createScanner(text, false);
    if (text.charCodeAt(0) === 0xfeff) this.scanner.setPosition(1);
  }

  readAll(): void {
    for (let kind = this.scanner.scan(); kind !== token.end; kind = this.scanner.scan()) this.read(kind);
    while (this.stack.length > 0) {
      this.problem(
        'syntax',
        this.closing() === '}' ? 'A } is missing.' : 'A ] is missing.',
        this.text.length,
        this.text.length,
      );
      this.close(this.text.length);
    }
  }

  private read(kind: number): void {
    switch (kind) {
      case token.trivia:
      case token.lineBreak:
        return;
      case token.lineComment:
      case token.blockComment:
        return this.problemAtToken(
          'comment',
          'JSON has no comments, and AWS refuses a policy that holds one.',
        );
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

  private get from(): number {
    return this.scanner.getTokenOffset();
  }

  private get to(): number {
    return this.scanner.getTokenOffset() + this.scanner.getTokenLength();
  }

  private get top(): Frame | undefined {
    return this.stack[this.stack.length - 1];
  }

  private closing(): '}' | ']' {
    return this.top?.container.kind === 'object' ? '}' : ']';
  }

  private problem(kind: SyntaxProblem['kind'], message: string, from: number, to: number): void {
    this.problems.push({ kind, message, start: this.at(from), end: this.at(to) });
  }

  private problemAtToken(kind: SyntaxProblem['kind'], message: string): void {
    this.problem(kind, message, this.from, this.to);
  }

  private open(container: OpenContainer): void {
    if (this.skipped > 0 || this.stack.length >= maxDepth) {
      if (this.skipped === 0) {
        this.problemAtToken('too deep', `Values nested deeper than ${maxDepth} levels are not read.`);
      }
      this.skipped++;
      return;
    }
    const attached = this.place(container as Node);
    const expecting = container.kind === 'object' ? 'key' : 'value';
    this.stack.push({ container, attached, expecting, comma: undefined });
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
    if (frame.expecting === 'key' || frame.expecting === 'comma') {
      if (value.kind === 'string') {
        adopt(object, value);
        object.members.push({ key: value, value: undefined });
        frame.expecting = 'colon';
        frame.comma = undefined;
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
    const value = this.scalar(kind);
    const error = scanErrors[this.scanner.getTokenError()];
    if (error !== undefined) this.problemAtToken('syntax', error);
    this.place(value);
  }

  private scalar(kind: number): Node {
    const { from, to } = this;
    const span = { start: this.at(from), end: this.at(to), parent: undefined };
    switch (kind) {
      case token.string:
        return this.string(from, to);
      case token.number:
        return { kind: 'number', value: Number(this.scanner.getTokenValue()), ...span };
      case token.true:
      case token.false:
        return { kind: 'boolean', value: kind === token.true, ...span };
      case token.null:
        return { kind: 'null', ...span };
      default:
        return this.bareWord(from, to);
    }
  }

  private string(from: number, to: number): StringNode {
    return stringNode(this.text, this.scanner.getTokenValue(), from, to, this.at);
  }

  private bareWord(from: number, to: number): Node {
    this.problemAtToken('syntax', 'Text must stand in double quotes.');
    const isKey = this.top?.container.kind === 'object' && this.top.expecting !== 'value';
    if (isKey) return bareStringNode(this.text.slice(from, to), from, this.at);
    return { kind: 'unknown', start: this.at(from), end: this.at(to), parent: undefined };
  }

  private comma(): void {
    if (this.skipped > 0) return;
    const frame = this.top;
    if (frame === undefined) return this.problemAtToken('syntax', 'A comma has no place here.');
    if (frame.comma !== undefined || (frame.expecting === 'key' && this.isEmpty(frame))) {
      this.problemAtToken('syntax', 'A comma has nothing before it.');
    }
    if (frame.expecting === 'colon' || (frame.expecting === 'value' && frame.container.kind === 'object')) {
      this.problemAtToken('syntax', 'A value is missing before this comma.');
    }
    frame.comma = { start: this.from, end: this.to };
    frame.expecting = frame.container.kind === 'object' ? 'key' : 'value';
  }

  private isEmpty(frame: Frame): boolean {
    return (frame.container.kind === 'object' ? frame.container.members : frame.container.items).length === 0;
  }

  private colon(): void {
    if (this.skipped > 0) return;
    const frame = this.top;
    if (frame?.expecting === 'colon') frame.expecting = 'value';
    else this.problemAtToken('syntax', 'A colon has no place here.');
  }

  private closeToken(bracket: '}' | ']'): void {
    if (this.skipped > 0) {
      this.skipped--;
      if (this.skipped === 0 && this.top !== undefined) this.top.expecting = 'comma';
      return;
    }
    const kind = bracket === '}' ? 'object' : 'array';
    if (!this.stack.some((frame) => frame.container.kind === kind)) {
      return this.problemAtToken('syntax', `This ${bracket} closes nothing.`);
    }
    while (this.top !== undefined && this.top.container.kind !== kind) {
      this.problemAtToken('syntax', `A ${this.closing()} is missing before this ${bracket}.`);
      this.close(this.from);
    }
    this.reportLooseEnd();
    this.close(this.to);
  }

  private reportLooseEnd(): void {
    const frame = this.top;
    if (frame === undefined) return;
    if (frame.comma !== undefined) {
      this.problem(
        'trailing comma',
        'JSON has no comma after the last entry, and AWS refuses one.',
        frame.comma.start,
        frame.comma.end,
      );
    } else if (
      frame.container.kind === 'object' &&
      (frame.expecting === 'colon' || frame.expecting === 'value')
    ) {
      this.problemAtToken('syntax', 'A value is missing before this }.');
    }
  }

  private close(end: number): void {
    const frame = this.stack.pop();
    if (frame === undefined) return;
    frame.container.end = this.at(end);
    if (this.cloudFormation && frame.attached) this.replaceIntrinsic(frame.container as Node);
  }

  private replaceIntrinsic(node: Node): void {
    const known = intrinsicValue(node);
    if (known === undefined) return;
    const parent = this.top?.container;
    if (parent === undefined) return;
    adopt(parent, known);
    if (parent.kind === 'array') parent.items[parent.items.length - 1] = known;
    else {
      const member = parent.members[parent.members.length - 1];
      if (member !== undefined) member.value = known;
    }
  }
}
