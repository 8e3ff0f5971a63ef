import { expect, test } from 'vitest';
import type { CheckedFile } from '../../../server/src/cli/checkedFile.ts';
import { printJson, printText } from '../../../server/src/cli/print.ts';

const file: CheckedFile = {
  path: 'a/b.json',
  text: '{\r\n  "é": "😀x"\n}',
  named: true,
  policies: 1,
  findings: [
    {
      code: 'INVALID_ACTION',
      severity: 'ERROR',
      message: 'Wrong.',
      start: 13,
      end: 14,
      path: ['Statement', 0, 'Action'],
      related: [{ start: 0, end: 1, path: [] }],
      fixes: () => [],
    },
    {
      code: 'MISSING_VERSION',
      severity: 'WARNING',
      message: 'None.',
      start: 0,
      end: 1,
      path: [],
      related: [],
      fixes: () => [],
    },
  ],
};
const other: CheckedFile = { path: 'c.json', text: '{}', named: true, policies: 0, findings: [] };

test('JSON has lines and characters from 0', () => {
  expect(JSON.parse(printJson([file, other]))).toEqual({
    findings: [
      {
        file: 'a/b.json',
        code: 'INVALID_ACTION',
        severity: 'ERROR',
        message: 'Wrong.',
        path: ['Statement', 0, 'Action'],
        range: { start: { line: 1, character: 10 }, end: { line: 1, character: 11 } },
        related: [{ path: [], range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } } }],
      },
      {
        file: 'a/b.json',
        code: 'MISSING_VERSION',
        severity: 'WARNING',
        message: 'None.',
        path: [],
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
        related: [],
      },
    ],
    files: 2,
  });
});

test('text has lines and columns from 1', () => {
  expect(printText([file, other])).toBe(
    [
      'a/b.json:2:11: ERROR INVALID_ACTION: Wrong. (at Statement[0].Action)',
      'a/b.json:1:1: WARNING MISSING_VERSION: None.',
      'c.json: No policy was found.',
      '2 findings (1 ERROR, 1 WARNING): 1 policy in 2 files.',
      '',
    ].join('\n'),
  );
});

test('what a place tells is told with its finding', () => {
  const [finding] = file.findings;
  if (finding === undefined) throw new Error('There is no finding.');
  const related = [
    { start: 13, end: 14, path: ['Statement', 1], message: 'REDUNDANT_ACTION: Twice.' },
    ...finding.related,
  ];
  const told: CheckedFile = { ...file, findings: [{ ...finding, related }] };
  expect(printText([told]).split('\n').slice(0, 3)).toEqual([
    'a/b.json:2:11: ERROR INVALID_ACTION: Wrong. (at Statement[0].Action)',
    '  a/b.json:2:11: REDUNDANT_ACTION: Twice. (at Statement[1])',
    '1 finding (1 ERROR): 1 policy in 1 file.',
  ]);
  const [printed] = JSON.parse(printJson([told])).findings;
  expect(printed.related.map(({ message }: { message?: string }) => message)).toEqual([
    'REDUNDANT_ACTION: Twice.',
    undefined,
  ]);
});

test('text says when there is nothing to say', () => {
  expect(printText([{ ...file, findings: [] }])).toBe('No findings: 1 policy in 1 file.\n');
  expect(printText([{ ...other, named: false }])).toBe('No policy was found in 1 file.\n');
  expect(printText([])).toBe('No policy was found in 0 files.\n');
});
