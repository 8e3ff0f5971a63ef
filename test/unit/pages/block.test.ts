import { describe, expect, test } from 'vitest';
import { paragraph, sentence } from '../../../server/src/pages/block.ts';
import { lineText, markdownOf } from '../../../server/src/pages/markdown.ts';
import { plainTextOf } from '../../../server/src/pages/plainText.ts';

describe('what a sentence sets as code', () => {
  test.each([
    [
      'Use the newer key, such as aws:SourceAccount for aws:SourceOwner.',
      ['aws:SourceAccount', 'aws:SourceOwner'],
    ],
    ['Write patterns such as s3:Get*.', ['s3:Get*']],
    ['Write the twelve digits, or * for all.', ['*']],
    ['Write "Version": "2012-10-17".', ['"Version": "2012-10-17"']],
    ['Add "Null": { "key": "true" } to it.', ['"Null": { "key": "true" }']],
    ['Without } there is none; remove ${}.', ['}', '${}']],
    ["As in ${aws:PrincipalTag/team, 'none'}.", ["${aws:PrincipalTag/team, 'none'}"]],
    ['Write arn:aws:kms:REGION:ACCOUNT:key/KEY-ID.', ['arn:aws:kms:REGION:ACCOUNT:key/KEY-ID']],
    ['The prefix followed by .amazonaws.com.', ['.amazonaws.com']],
    ['Remove ForAllValues: from the operator.', ['ForAllValues:']],
    ['Keep one of the two: Action or NotAction.', []],
  ])('%s', (text, codes) => {
    const pieces = sentence(text);
    expect(
      pieces.flatMap((piece) => (typeof piece === 'object' && 'code' in piece ? [piece.code] : [])),
    ).toEqual(codes);
    expect(plainTextOf([paragraph(...pieces)])).toBe(`${text}\n`);
  });
});

describe('Markdown', () => {
  test('keeps the characters of ARNs and wildcards', () => {
    expect(lineText(['a*b, _c_ and a_b of <x> [y] `z`'])).toBe(
      'a\\*b, \\_c\\_ and a_b of \\<x\\> \\[y\\] \\`z\\`',
    );
  });

  test('has headings, quotes, code and links', () => {
    const text = markdownOf([
      { kind: 'heading', level: 2, text: 'Example' },
      paragraph({ strong: 'Why:' }, ' ', { code: 'a*' }, ' ', {
        label: 'page',
        link: 'https://example.com/',
      }),
      { kind: 'quote', text: 'Not *this*.' },
      { kind: 'code', language: 'json', text: '{}' },
    ]);
    expect(text).toBe(
      '## Example\n\n**Why:** `a*` [page](https://example.com/)\n\n> Not \\*this\\*.\n\n```json\n{}\n```\n',
    );
  });
});
