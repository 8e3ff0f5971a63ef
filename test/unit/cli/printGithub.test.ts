import { expect, test } from 'vitest';
import { printGithub } from '../../../server/src/cli/printGithub.ts';
import { found } from './checkedFiles.ts';

test('a finding is a workflow command, escaped as GitHub reads it', () => {
  expect(printGithub([found]).split('\n')).toEqual([
    '::error file=a b/ä%2C1.json,line=2,endLine=2,col=11,endColumn=12,title=INVALID_ACTION::100 %25: wrong,%0Areally.',
    '::notice file=a b/ä%2C1.json,line=1,endLine=2,title=UNUSED_SUPPRESSION::None.',
    '2 findings (1 ERROR, 1 SUGGESTION): 1 policy in 1 file.',
    '',
  ]);
});

test('warnings of either kind are warnings', () => {
  const [first] = found.findings;
  const lines = (['SECURITY_WARNING', 'WARNING'] as const).map((severity) =>
    printGithub([{ ...found, findings: first === undefined ? [] : [{ ...first, severity }] }]),
  );
  expect(lines.map((line) => line.slice(0, 10))).toEqual(['::warning ', '::warning ']);
});
