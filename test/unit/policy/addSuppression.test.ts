import { describe, expect, test } from 'vitest';
import { addSuppression } from '../../../server/src/policy/addSuppression.ts';
import { readSettingsFile } from '../../../server/src/policy/settingsFile.ts';

const entry = { code: 'RISK_WILDCARD_ACTION', files: 'roles/a.json', sid: 'Read' };

function added(text: string | undefined): string {
  const result = addSuppression(text, entry);
  if (result === undefined) throw new Error('Nothing was added.');
  const { start, end } = result.reason;
  expect(result.after.slice(start - 1, end + 1)).toMatch(/^"[^"]+"$/);
  expect(readSettingsFile(result.after, [entry.code])).toMatchObject({
    settings: {
      suppressions: expect.arrayContaining([expect.objectContaining({ within: { sid: 'Read' } })]),
    },
  });
  return result.after;
}

/** The entry as it is printed, from a line's indentation on. */
function printed(indentation: string, unit = '  '): string {
  const members = [
    '"code": "RISK_WILDCARD_ACTION"',
    '"files": "roles/a.json"',
    '"sid": "Read"',
    '"reason": "Say why this finding may stay."',
  ];
  const inner = `\n${indentation}${unit}`;
  return `{${inner}${members.join(`,${inner}`)}\n${indentation}}`;
}

describe('an entry is added', () => {
  test('to a file that there was none of', () => {
    expect(added(undefined)).toBe(`{\n  "suppressions": [\n    ${printed('    ')}\n  ]\n}\n`);
  });

  test('to an empty object, and to an empty list', () => {
    expect(added('{}\n')).toBe(`{\n  "suppressions": [\n    ${printed('    ')}\n  ]\n}\n`);
    expect(added('{\n  "suppressions": []\n}\n')).toBe(
      `{\n  "suppressions": [\n    ${printed('    ')}\n  ]\n}\n`,
    );
  });

  test('behind what is there, with its comments, tabs and line breaks', () => {
    const before = '{\n\t// Ours.\n\t"account": "111122223333",\n}\n';
    const wanted = `{\n\t// Ours.\n\t"account": "111122223333",\n\t"suppressions": [\n\t\t${printed('\t\t', '\t')}\n\t],\n}\n`;
    expect(added(before)).toBe(wanted);
    expect(added(before.replaceAll('\n', '\r\n'))).toBe(wanted.replaceAll('\n', '\r\n'));
  });

  test('behind other entries', () => {
    const first = '{ "code": "RISK_WILDCARD_ACTION", "reason": "It may." }';
    expect(added(`{\n  "suppressions": [\n    ${first}\n  ]\n}`)).toBe(
      `{\n  "suppressions": [\n    ${first},\n    ${printed('    ')}\n  ]\n}`,
    );
  });
});

test.each(['', '[]', '{ "suppressions": {} }', '{ "account": '])('not to %j', (text) => {
  expect(addSuppression(text, entry)).toBeUndefined();
});
