import { createScanner } from 'jsonc-parser';
import { describe, expect, test } from 'vitest';
import { type Node, spanWithin } from '../../../server/src/syntax/node.ts';
import { maxDepth, parseJson } from '../../../server/src/syntax/parseJson.ts';
import { token } from '../../../server/src/syntax/token.ts';
import { nodesOf, plainValue } from './treeText.ts';

function read(text: string) {
  const { root, problems } = parseJson(text);
  const marked = problems.map(({ kind, start, end }) => [kind, text.slice(start, end)]);
  return { value: plainValue(root), marked, messages: problems.map(({ message }) => message) };
}

describe('JSON', () => {
  test.each([
    '{}',
    '[]',
    ' [ 1 , -0.5e+3, 0, 1E2 ] ',
    '{"a":{"b":[true,false,null]},"":""}',
    '{"a": 1, "a": 2}',
    '"\\" \\\\ \\/ \\b\\f\\n\\r\\t \\u0041\\u00e9 😀 \\ud83d\\ude00 \\ud800"',
    '{\r\n\t"a":\r\n1\r}',
    '"\u2028\u00a0\ufffe\ud800"',
    '12',
  ])('%j is what JSON.parse makes of it', (text) => {
    expect(read(text)).toEqual({ value: JSON.parse(text), marked: [], messages: [] });
  });

  test('may begin with a byte order mark', () => {
    const { root, problems } = parseJson('\ufeff{"a": "b"}');
    expect(problems).toEqual([]);
    expect(root).toMatchObject({ kind: 'object', start: 1, end: 11 });
  });

  test('keeps every member of a repeated key', () => {
    const { root } = parseJson('{"a": 1, "a": 2}');
    expect(root?.kind === 'object' && root.members.map(({ value }) => plainValue(value))).toEqual([1, 2]);
  });

  test('token kinds are the scanner’s', () => {
    const scanner = createScanner('{}[],:null true false"a"1//\n/**/\n x', false);
    const kinds: number[] = [];
    for (let kind: number = scanner.scan(); kind !== token.end; kind = scanner.scan()) kinds.push(kind);
    const { openBrace, closeBrace, openBracket, closeBracket, comma, colon, trivia, lineBreak } = token;
    expect(kinds).toEqual([
      ...[openBrace, closeBrace, openBracket, closeBracket, comma, colon, token.null, trivia, token.true],
      ...[trivia, token.false, token.string, token.number, token.lineComment, lineBreak, token.blockComment],
      ...[lineBreak, trivia, token.unknown],
    ]);
  });
});

describe('a string’s offsets', () => {
  const characters = (text: string, node: Node | undefined) => {
    if (node?.kind !== 'string') throw new Error('no string');
    const value = String(node.parts[0]);
    return Array.from({ length: value.length }, (_, index) => {
      const { start, end } = spanWithin(node, index, index + 1);
      return text.slice(start, end);
    });
  };

  test.each([
    ['"ab"', ['a', 'b']],
    ['"a\\u0041\\\\\\"z"', ['a', '\\u0041', '\\\\', '\\"', 'z']],
    ['"\\ud83d\\ude00!"', ['\\ud83d', '\\ude00', '!']],
    ['"😀"', ['\ud83d', '\ude00']],
    ['"ab', ['a', 'b']],
    ['"a\\n', ['a', '\\n']],
    ['"a\\qb\\u12zc\\nd"', ['a\\q', 'b\\u12', 'z', 'c', '\\n', 'd']],
  ])('%s', (text, expected) => {
    const { root } = parseJson(text);
    const given = characters(text, root);
    expect(given).toHaveLength(expected.length);
    for (const [index, one] of given.entries()) expect(expected[index]).toContain(one);
    expect(root).toMatchObject({ start: 0, end: text.length });
  });

  test('are left out where text and document run in step', () => {
    expect(parseJson('"ab"').root).toHaveProperty('offsets', undefined);
  });

  test('an escaped quote closes nothing', () => {
    expect(parseJson('"a\\"').root).toMatchObject({ closed: false, parts: ['a"'] });
    expect(parseJson('"a\\\\"').root).toMatchObject({ closed: true, parts: ['a\\'] });
    expect(parseJson('"').root).toMatchObject({ closed: false, parts: [''], start: 0, end: 1 });
  });
});

describe('comments and trailing commas', () => {
  test('are each told', () => {
    expect(read('// one\n{"a": [1, /* two */ 2,], "b": 3,}').marked).toEqual([
      ['comment', '// one'],
      ['comment', '/* two */'],
      ['trailing comma', ','],
      ['trailing comma', ','],
    ]);
  });

  test('of very many a thousand', () => {
    expect(parseJson('//\n'.repeat(5000)).problems).toHaveLength(1000);
  });

  test('a comment without an end is a mistake of its own', () => {
    expect(read('{} /* and').marked).toEqual([['syntax', '/* and']]);
  });
});

describe('one mistake is one problem, and what stands around it is read', () => {
  const whole = { a: { b: 'x', c: ['y', 'z'] }, d: 'e' };
  test.each([
    ['a comma is missing', '{"a":{"b":"x" "c":["y" "z"]} "d":"e"}', whole, '"c"'],
    ['a colon is missing', '{"a":{"b" "x","c":["y","z"]},"d" "e"}', whole, '"x"'],
    ['a closing brace is missing', '{"a":{"b":"x","c":["y","z"]},"d":"e"', whole, ''],
    ['all after a key is missing', '{"a":{"b":"x","c":["y","z"]},"d"', { ...whole, d: undefined }, ''],
    ['a bracket is missing before a brace', '{"a":{"b":"x","c":["y","z"},"d":"e"}', whole, '}'],
    ['a bracket is missing before a key', '{"a":["y","z","d":"e"}', { a: ['y', 'z'], d: 'e' }, '"d"'],
    ['a bracket is missing before a string', '{"a":"y","z"],"d":"e"}', { a: ['y', 'z'], d: 'e' }, ']'],
    [
      'a bracket is missing before an object',
      '{"a":{"b":1},{"b":2}],"d":1}',
      { a: [{ b: 1 }, { b: 2 }], d: 1 },
      '{',
    ],
    ['a brace is missing between entries', '[{"a":1,{"b":2}]', [{ a: 1 }, { b: 2 }], '{'],
    ['a brace is missing before the first key', '"a":1,"b":[2]}', { a: 1, b: [2] }, '"a"'],
    ['a brace is missing in a list', '["a":1,"b":2}]', [{ a: 1, b: 2 }], '"a"'],
    ['a brace is missing in a list of objects', '[{"a":1},"b":2}]', [{ a: 1 }, { b: 2 }], '"b"'],
    ['a value is missing before a key', '{"a":\n"b":"c"}', { a: undefined, b: 'c' }, '"b"'],
    ['… whose value is a list', '{"a":\n"b":["c"],"d":1}', { a: undefined, b: ['c'], d: 1 }, '"b"'],
    ['a colon and a value are missing before a key', '{"a"\n"b":["c"]}', { a: undefined, b: ['c'] }, '"b"'],
    ['… in an object of a list', '[{"x":1,"a"\n"b":{}}]', [{ x: 1, a: undefined, b: {} }], '"b"'],
    ['a value is missing before a comma', '{"a":,"b":"c"}', { a: undefined, b: 'c' }, ','],
    ['a value is missing before a brace', '{"a":}', { a: undefined }, '}'],
    ['a value’s closing quote is missing', '{"a":"x,\n"b":"y"}', { a: 'x', b: 'y' }, '"x'],
    ['… and something follows on the line', '{"a":"x, "b":"y"}', { a: 'x', b: 'y' }, '"x'],
    ['… at the end of a list', '{"a":["x],"b":"y"}', { a: ['x'], b: 'y' }, '"x'],
    ['… at the end of the text', '{"a":"x}', { a: 'x' }, '"x'],
    ['… behind a variable', '["${aws:user}', ['${aws:user}'], '"${aws:user}'],
    ['a value’s opening quote is missing', '{"a":x:y/*","b":"y"}', { a: 'x:y/*', b: 'y' }, 'x:y/*"'],
    ['a key’s closing quote is missing', '{"aws:a: "x","b":"y"}', { 'aws:a': 'x', b: 'y' }, '"aws:a'],
    ['… before a list', '{"a:["x"],"b":"y"}', { a: ['x'], b: 'y' }, '"a'],
    ['… at the end of the line', '{"aws:a\n}', { 'aws:a': undefined }, '"aws:a'],
    ['a key’s opening quote is missing', '{aws:a":"x","b":"y"}', { 'aws:a': 'x', b: 'y' }, 'aws:a"'],
    ['keys stand without quotes', '{a:"x",b:"y"}', { a: 'x', b: 'y' }, 'a'],
    ['keys stand in single quotes', "{'a':'x','b':'y'}", { a: undefined, b: undefined }, "'a'"],
    [
      'a value stands without quotes',
      '{"a":arn:aws:s3:::b//c,"b":"y"}',
      { a: undefined, b: 'y' },
      'arn:aws:s3:::b//c',
    ],
    ['a date stands without quotes', '{"a":2012-10-17,"b":"y"}', { a: undefined, b: 'y' }, '2012-10-17'],
    ['a number is not complete', '[1.,2]', [1, 2], '1.'],
    ['a number begins with zeros', '[007,2]', [undefined, 2], '007'],
    ['an escape is unknown', '["a\\qb"]', ['ab'], '"a\\qb"'],
    ['a \\u escape is short', '["a\\u12"]', ['a'], '"a\\u12"'],
    ['a control character is not escaped', '["a\tb"]', ['a\tb'], '"a\tb"'],
    ['a comma stands first', '[,1]', [1], ','],
    ['a comma stands twice', '[1,,2]', [1, 2], ','],
    ['a comma stands alone', ',', undefined, ','],
    ['a colon stands for a comma', '["a":"b","c"]', [{ a: 'b', c: undefined }], '"a"'],
    ['a colon stands for a later comma', '{"x":["a","b":"c"]}', { x: ['a', 'b', 'c'] }, ':'],
    ['a bracket closes nothing', '{"a":1]}', { a: 1 }, ']'],
    ['a second value follows', '{"a":1} {"b":2}', { a: 1 }, '{'],
    ['a second brace follows', '{"a":1}}', { a: 1 }, '}'],
    ['a word follows', '{"a":1} b', { a: 1 }, 'b'],
    ['a constant is spelt otherwise', '[True, None]', [undefined, undefined], 'True'],
  ])('%s', (_, text, value, mark) => {
    const { marked, ...given } = read(text);
    expect(marked).toEqual([['syntax', mark]]);
    expect(given.value).toEqual(value);
  });

  test('text that is no JSON at all', () => {
    for (const text of [
      '# A title\n\nText.',
      'Version: 2012-10-17\nStatement:\n  - Effect: Allow',
      '<a b="c"/>',
    ])
      expect(read(text)).toMatchObject({ value: undefined, marked: [['syntax', expect.any(String)]] });
  });

  test('nothing is no mistake', () => {
    expect(read(' \r\n')).toEqual({ value: undefined, marked: [], messages: [] });
  });
});

describe('text of any size', () => {
  test.each(['[', '{"a":', '[{"a":', '[[]', '{', ']', '{"a":[],'])('100,000 of %s', (piece) => {
    const { root, problems } = parseJson(piece.repeat(100_000));
    expect(problems.length).toBeLessThanOrEqual(2);
    let depth = 0;
    for (const node of root === undefined ? [] : nodesOf(root)) {
      let levels = 1;
      for (let at = node.parent; at !== undefined; at = at.parent) levels++;
      depth = Math.max(depth, levels);
      expect(node.end).toBeGreaterThanOrEqual(node.start);
      if (depth > maxDepth) break;
    }
    expect(depth).toBeLessThanOrEqual(maxDepth + 1);
  });

  test('goes on behind what is nested too deep', () => {
    const deep = '['.repeat(300) + ']'.repeat(300);
    const { root, problems } = parseJson(`{"a":${deep},"b":1}`);
    expect(problems.map(({ kind }) => kind)).toEqual(['too deep']);
    expect(root?.kind === 'object' && root.members.map(({ key }) => plainValue(key))).toEqual(['a', 'b']);
  });
});
