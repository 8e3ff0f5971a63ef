import { describe, expect, test } from 'vitest';
import type { ArrayNode, Node, ObjectNode, StringNode } from '../../../server/src/syntax/node.ts';
import { parseJson } from '../../../server/src/syntax/parseJson.ts';
import { applyTextEdits, textEdits } from '../../../server/src/syntax/textEdits.ts';
import type { TreeEdit } from '../../../server/src/syntax/treeEdit.ts';

function edited(text: string, edits: (root: ObjectNode) => TreeEdit[]): string {
  const { root } = parseJson(text);
  if (root?.kind !== 'object') throw new Error('The text holds no object.');
  return applyTextEdits(text, textEdits(text, edits(root), 0));
}

function key(root: ObjectNode, index: number): StringNode {
  const member = root.members[index];
  if (member === undefined) throw new Error(`There is no member ${index}.`);
  return member.key;
}

function list(root: ObjectNode): ArrayNode {
  const value = root.members[0]?.value;
  if (value?.kind !== 'array') throw new Error('The first member is no list.');
  return value;
}

function items(root: ObjectNode, ...indexes: number[]): Node[] {
  return indexes.flatMap((index) => list(root).items[index] ?? []);
}

const spread = '{\n    "a": [\n        "x",\n        "y",\n        "z"\n    ],\n    "b": 1\n}\n';

describe('removing', () => {
  const removing = (text: string, ...indexes: number[]) =>
    edited(text, (root) => items(root, ...indexes).map((node) => ({ edit: 'remove', node })));

  test.each([
    [[0], '{ "a": ["y", "z"] }'],
    [[1], '{ "a": ["x", "z"] }'],
    [[2], '{ "a": ["x", "y"] }'],
    [[0, 1], '{ "a": ["z"] }'],
    [[1, 2], '{ "a": ["x"] }'],
    [[0, 2], '{ "a": ["y"] }'],
    [[0, 1, 2], '{ "a": [] }'],
  ])('entries %j of a list takes their commas', (indexes, expected) => {
    expect(removing('{ "a": ["x", "y", "z"] }', ...indexes)).toBe(expected);
  });

  test('an entry on a line of its own takes the line', () => {
    expect(removing(spread, 1)).toBe(spread.replace('        "y",\n', ''));
    expect(removing(spread, 2)).toBe(spread.replace(',\n        "z"', ''));
  });

  test('a member, by its key or its value', () => {
    expect(edited(spread, (root) => [{ edit: 'remove', node: key(root, 1) }])).toBe(
      spread.replace(',\n    "b": 1', ''),
    );
    expect(edited('{ "a": [1], "b": 2 }', (root) => [{ edit: 'remove', node: list(root) }])).toBe(
      '{ "b": 2 }',
    );
  });
});

describe('adding', () => {
  test('a member last, first, or behind another, with the document’s indentation', () => {
    const add = (after?: (root: ObjectNode) => StringNode | null) =>
      edited(spread, (root) => [
        {
          edit: 'addMember',
          object: root,
          name: 'c',
          value: { d: ['e'] },
          ...(after && { after: after(root) }),
        },
      ]);
    const member = '"c": {\n        "d": [\n            "e"\n        ]\n    }';
    expect(add()).toBe(spread.replace('"b": 1', `"b": 1,\n    ${member}`));
    expect(add(() => null)).toBe(spread.replace('"a"', `${member},\n    "a"`));
    expect(add((root) => key(root, 0))).toBe(spread.replace('],\n', `],\n    ${member},\n`));
  });

  test('to an object on one line stays on it', () => {
    expect(
      edited('{ "a": [1] }', (root) => [
        { edit: 'addMember', object: root, name: 'b', value: ['x', { y: 1 }] },
      ]),
    ).toBe('{ "a": [1], "b": ["x", { "y": 1 }] }');
  });

  test('to an empty object or list', () => {
    expect(edited('{}', (root) => [{ edit: 'addMember', object: root, name: 'a', value: 1 }])).toBe(
      '{ "a": 1 }',
    );
    expect(edited('{ "a": [] }', (root) => [{ edit: 'addItem', array: list(root), value: 'x' }])).toBe(
      '{ "a": ["x"] }',
    );
  });

  test('an entry to a list over lines, with CRLF and tabs', () => {
    const text = '{\r\n\t"a": [\r\n\t\t"x"\r\n\t]\r\n}';
    expect(edited(text, (root) => [{ edit: 'addItem', array: list(root), value: 'y' }])).toBe(
      text.replace('"x"', '"x",\r\n\t\t"y"'),
    );
  });
});

describe('changing', () => {
  test('a value, a key, and a part of a string with escapes', () => {
    const text = '{ "a": ["q\\"uote", 1] }';
    const result = edited(text, (root) => {
      const [first, second] = list(root).items;
      if (first?.kind !== 'string' || second === undefined) throw new Error('Unexpected tree.');
      return [
        { edit: 'replaceText', node: first, from: 2, to: 6, text: 'ery"' },
        { edit: 'replace', node: second, value: true },
        { edit: 'rename', key: key(root, 0), name: 'b' },
      ];
    });
    expect(result).toBe('{ "b": ["q\\"ery\\"", true] }');
  });

  test('within a string that holds the policy, with its escapes', () => {
    const text = '{ "Policy": "{\\"a\\": [1]}" }';
    const outer = parseJson(text).root;
    const held = outer?.kind === 'object' ? outer.members[0]?.value : undefined;
    if (held?.kind !== 'string') throw new Error('Unexpected tree.');
    const inner = parseJson('{"a": [1]}', (index) => held.offsets?.[index] ?? 0).root;
    if (inner?.kind !== 'object') throw new Error('Unexpected tree.');
    const edits = textEdits(text, [{ edit: 'addMember', object: inner, name: 'b', value: 'c' }], 1);
    expect(applyTextEdits(text, edits)).toBe('{ "Policy": "{\\"a\\": [1], \\"b\\": \\"c\\"}" }');
  });
});
