import { describe, expect, test } from 'vitest';
import { allChecks } from '../../../server/src/checks/allChecks.ts';
import type { Example, Finding } from '../../../server/src/checks/check.ts';
import { checkFile } from '../../../server/src/checks/checkPolicy.ts';
import { fixEdits } from '../../../server/src/checks/fixEdits.ts';
import { type PolicyFile, readDocument } from '../../../server/src/policy/readDocument.ts';
import { applyTextEdits } from '../../../server/src/syntax/textEdits.ts';
import { testCatalog } from '../../catalog.ts';
import { readMarks } from '../../markedText.ts';

/** The documentation's examples, each also spread over lines, as people write policies. */
function texts({ text }: Example): string[] {
  const plain = readMarks(text).text;
  const spread = parses(plain) ? [JSON.stringify(JSON.parse(plain), undefined, 4)] : [];
  return [plain, ...spread];
}

function read({ type, owner }: Example, text: string): PolicyFile {
  return readDocument(text, { chosen: owner === undefined ? { type } : { type, owner } });
}

function check(file: PolicyFile): Finding[] {
  return checkFile(file, testCatalog(), {
    trustedAccounts: ['111122223333'],
    organizationIds: ['o-exampleorg1'],
  });
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** How often each code is found. */
function tally(findings: readonly Finding[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { code } of findings) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

const cases = allChecks.flatMap((one) =>
  one.bad.flatMap((example, index) =>
    texts(example).flatMap((text) => {
      const file = read(example, text);
      return check(file)
        .filter(({ code }) => code === one.code)
        .flatMap((finding) =>
          finding.fixes().map((fix, number) => ({
            code: one.code,
            index,
            number,
            title: fix.title,
            example,
            file,
            finding,
            fix,
          })),
        );
    }),
  ),
);

describe('each fix of each bad example', () => {
  test.each(cases)('$code example $index, fix $number: $title', ({ code, example, file, finding, fix }) => {
    const before = tally(check(file));
    const text = applyTextEdits(file.text, fixEdits(file, finding, fix));
    expect(parses(text) || !parses(file.text), text).toBe(true);
    const after = tally(check(read(example, text)));
    expect(after[code] ?? 0, text).toBeLessThan(before[code] ?? 0);
    for (const [other, count] of Object.entries(after))
      expect(count, `${other} in ${text}`).toBeLessThanOrEqual(before[other] ?? 0);
    expect(fix.title).toMatch(/^[A-Z]/);
  });
});
