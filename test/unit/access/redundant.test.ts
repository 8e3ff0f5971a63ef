import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redundantPatterns } from '../../../server/src/access/redundant.ts';
import { redundantResources } from '../../../server/src/access/redundantResources.ts';
import { hasWildcard, includesPattern } from '../../../server/src/policy/wildcard.ts';

/** Lines such as `a* > ab`: what stays and what goes. */
function lines(patterns: readonly string[], find = redundantPatterns): readonly string[] {
  return find(patterns).map(({ entry, by }) => `${patterns[by]} > ${patterns[entry]}`);
}

describe('redundant patterns', () => {
  test.each<[patterns: string[], expected: string[]]>([
    [['a', 'b'], []],
    [
      ['a', 'a', 'a'],
      ['a > a', 'a > a'],
    ],
    [['a*', '*b'], []],
    [['ab', 'a*'], ['a* > ab']],
    [['a**', 'a*'], ['a** > a*']],
    [['a?', 'ab', 'abc'], ['a? > ab']],
    [['a?', 'a*'], ['a* > a?']],
    [['a*', 'a?'], ['a* > a?']],
  ])('%j', (patterns, expected) => {
    expect(lines(patterns)).toEqual(expected);
  });

  test('what includes an entry is not redundant itself', () => {
    expect(lines(['abc', 'ab*', 'a*', 'abc'])).toEqual(['a* > abc', 'a* > ab*', 'a* > abc']);
  });

  const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), minLength: 1, maxLength: 5 });

  test('what stays matches what went, and no two that stay include each other', () => {
    fc.assert(
      fc.property(fc.array(pattern, { maxLength: 12 }), (patterns) => {
        const found = redundantPatterns(patterns);
        const gone = new Set(found.map(({ entry }) => entry));
        for (const { entry, by } of found) {
          expect(gone.has(by)).toBe(false);
          expect(includesPattern(patterns[by] ?? '', patterns[entry] ?? '')).toBe(true);
        }
        const kept = patterns.filter((_, index) => !gone.has(index));
        for (const [one, text] of kept.entries()) {
          const others = kept.filter((_, index) => index !== one);
          expect(others.filter((other) => hasWildcard(other) && includesPattern(other, text))).toEqual([]);
        }
      }),
    );
  });

  test('the order of the list does not decide what goes', () => {
    fc.assert(
      fc.property(fc.uniqueArray(pattern, { maxLength: 10 }), (patterns) => {
        const normal = patterns.map((one) => one.replace(/\*+/g, '*'));
        const distinct = [...new Set(normal)];
        const backwards = [...distinct].reverse();
        expect(lines(backwards).toSorted()).toEqual(lines(distinct).toSorted());
      }),
    );
  });
});

describe('long lists, which are searched by an index', () => {
  const tables = Array.from({ length: 1500 }, (_, index) => `arn:aws:dynamodb:*:1:table/orders${index}x`);

  test('give the same as short ones', () => {
    const wider = [
      'arn:aws:dynamodb:*:table/orders7?x',
      'arn:aws:dynamodb:*:1:table/*1499x*',
      'arn:*:t?ble/orders88x',
    ];
    const expected = tables.filter(
      (table, index) =>
        tables.indexOf(table) !== index || wider.some((outer) => includesPattern(outer, table)),
    );
    const found = redundantPatterns([...tables, ...wider]).map(({ entry }) => tables[entry]);
    expect(expected.length).toBe(12);
    expect(found).toEqual(expected);
  });

  test('find what a pattern without a long literal piece includes', () => {
    expect(redundantPatterns([...tables, '*99x']).length).toBe(15);
    expect(redundantPatterns([...tables, '*']).length).toBe(1500);
  });
});

describe('redundant resources', () => {
  test.each<[arns: string[], expected: string[]]>([
    [['arn:aws:s3:::a*', 'arn:aws:s3:::a*/*'], ['arn:aws:s3:::a* > arn:aws:s3:::a*/*']],
    [['arn:aws:s3:::a', 'arn:aws:s3:::a/*'], []],
    [['arn:aws:s3:::A', 'arn:aws:s3:::a'], []],
    [
      ['arn:aws:logs:*:*:log-group:/aws/lambda/a*', 'arn:aws:logs:*:*:/aws/lambda/a*'],
      ['arn:aws:logs:*:*:/aws/lambda/a* > arn:aws:logs:*:*:log-group:/aws/lambda/a*'],
    ],
    [
      ['arn:aws:s3:::a/${aws:username}', 'arn:aws:s3:::a/${AWS:UserName}'],
      ['arn:aws:s3:::a/${aws:username} > arn:aws:s3:::a/${AWS:UserName}'],
    ],
    [
      ['arn:aws:s3:::a/*', 'arn:aws:s3:::a/${aws:username}/b'],
      ['arn:aws:s3:::a/* > arn:aws:s3:::a/${aws:username}/b'],
    ],
    [['arn:aws:s3:::a/${aws:username}', 'arn:aws:s3:::a/${aws:userid}'], []],
    [['arn:aws:s3:::a/${*}', 'arn:aws:s3:::a/b'], []],
    [['arn:aws:s3:::a/?', 'arn:aws:s3:::a/${aws:userid}'], []],
  ])('%j', (arns, expected) => {
    expect(lines(arns, redundantResources)).toEqual(expected);
  });
});
