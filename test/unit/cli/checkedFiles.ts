import type { CheckedFile } from '../../../server/src/cli/checkedFile.ts';

/** Findings on one line, with what is beyond ASCII before it, over two lines, and with a related place. */
export const found: CheckedFile = {
  path: 'a b/ä,1.json',
  text: '{\r\n  "é": "😀x"\n}',
  named: true,
  policies: 1,
  findings: [
    {
      code: 'INVALID_ACTION',
      severity: 'ERROR',
      message: '100 %: wrong,\nreally.',
      start: 13,
      end: 14,
      path: ['Statement', 0, 'Action'],
      related: [{ start: 0, end: 1, path: ['Statement', 1] }],
      fixes: () => [],
    },
    {
      code: 'UNUSED_SUPPRESSION',
      severity: 'SUGGESTION',
      message: 'None.',
      start: 0,
      end: 5,
      path: [],
      related: [],
      fixes: () => [],
    },
  ],
};
