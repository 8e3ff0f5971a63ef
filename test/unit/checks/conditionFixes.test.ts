import { describe, expect, test } from 'vitest';
import {
  changeCondition,
  changeOperator,
  removeConditions,
} from '../../../server/src/checks/conditionFixes.ts';
import type { ConditionEntry, OperatorBlock, Statement } from '../../../server/src/policy/model.ts';
import { readDocument } from '../../../server/src/policy/readDocument.ts';
import { literalOf } from '../../../server/src/syntax/node.ts';
import { applyTextEdits, textEdits } from '../../../server/src/syntax/textEdits.ts';
import type { TreeEdit } from '../../../server/src/syntax/treeEdit.ts';

type Change = (statement: Statement, block: OperatorBlock, entry: ConditionEntry) => TreeEdit[];

/** The condition after a change that starts at the key `k`; undefined where nothing is changed. */
function changed(condition: unknown, change: Change): unknown {
  const text = JSON.stringify({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Condition: condition },
  });
  const statement = readDocument(text, { chosen: { type: 'identity' } }).policies[0]?.policy.statements[0];
  const block = statement?.condition?.operators.find(({ conditions }) =>
    conditions.some(({ key }) => literalOf(key) === 'k'),
  );
  const entry = block?.conditions.find(({ key }) => literalOf(key) === 'k');
  if (statement === undefined || block === undefined || entry === undefined) throw new Error('No key k');
  const edits = change(statement, block, entry);
  if (edits.length === 0) return undefined;
  return JSON.parse(applyTextEdits(text, textEdits(text, edits, 0))).Statement;
}

const toLike: Change = (statement, _, entry) => changeCondition(statement, entry, { operator: 'StringLike' });

describe('the operator of one condition', () => {
  test('is renamed where the condition stands alone', () => {
    expect(changed({ StringEquals: { k: 'a' } }, toLike)).toEqual({
      Effect: 'Allow',
      Condition: { StringLike: { k: 'a' } },
    });
  });

  test('leaves the other conditions where they are', () => {
    expect(changed({ StringEquals: { k: ['a'], l: 'b' } }, toLike)).toEqual({
      Effect: 'Allow',
      Condition: { StringEquals: { l: 'b' }, StringLike: { k: ['a'] } },
    });
  });

  test('takes it to where that operator stands, whatever its letter case', () => {
    expect(changed({ stringlike: { l: 'b' }, StringEquals: { k: 'a' } }, toLike)).toEqual({
      Effect: 'Allow',
      Condition: { stringlike: { l: 'b', k: 'a' } },
    });
  });

  test('is not changed where the key would stand twice', () => {
    expect(changed({ StringLike: { K: 'b' }, StringEquals: { k: 'a' } }, toLike)).toBeUndefined();
  });
});

test('a key and a value change in place', () => {
  const change: Change = (statement, _, entry) => changeCondition(statement, entry, { key: 'n', value: 'c' });
  expect(changed({ StringEquals: { l: 'b', k: 'a' } }, change)).toEqual({
    Effect: 'Allow',
    Condition: { StringEquals: { l: 'b', n: 'c' } },
  });
});

const toNull: Change = (statement, block) => changeOperator(statement, block, 'Null');

describe('an operator', () => {
  test('is renamed', () => {
    expect(changed({ NullIfExists: { k: 'true', l: 'false' } }, toNull)).toEqual({
      Effect: 'Allow',
      Condition: { Null: { k: 'true', l: 'false' } },
    });
  });

  test('joins one of its new name', () => {
    expect(changed({ NullIfExists: { k: 'true', l: 'false' }, Null: { m: 'true' } }, toNull)).toEqual({
      Effect: 'Allow',
      Condition: { Null: { m: 'true', k: 'true', l: 'false' } },
    });
  });

  test('stays where a key would stand twice', () => {
    expect(changed({ NullIfExists: { k: 'true' }, Null: { K: 'true' } }, toNull)).toBeUndefined();
  });
});

describe('removed conditions leave nothing empty', () => {
  const remove: Change = (statement, _, entry) => removeConditions(statement, [entry]);

  test.each([
    [{ StringEquals: { k: 'a', l: 'b' } }, { StringEquals: { l: 'b' } }],
    [{ StringEquals: { k: 'a' }, Bool: { l: 'true' } }, { Bool: { l: 'true' } }],
    [{ StringEquals: { k: 'a' } }, undefined],
  ])('%o', (before, after) => {
    expect(changed(before, remove)).toEqual({ Effect: 'Allow', ...(after && { Condition: after }) });
  });
});
