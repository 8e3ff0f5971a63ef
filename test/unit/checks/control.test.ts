import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../server/src/checks/check.ts';
import { checkFile } from '../../../server/src/checks/checkPolicy.ts';
import { controlFindings, findUnused, noControl } from '../../../server/src/checks/control.ts';
import { fixAll, safeFix } from '../../../server/src/checks/fixAll.ts';
import { readDocument } from '../../../server/src/policy/readDocument.ts';
import type { Suppression } from '../../../server/src/policy/settingsFile.ts';
import { testCatalog } from '../../catalog.ts';

const settings = { trustedAccounts: [] };
const file = readDocument(`{
  "Version": "2012-10-17",
  "Statement": [
    { "Sid": "Read", "Effect": "Allow", "Action": ["s3:GetObjekt", "s3:PutObjekt"], "Resource": "*" },
    { "Sid": "Write", "Effect": "Allow", "Action": "s3:PutObjekt", "Resource": "*" }
  ]
}`);
const findings = checkFile(file, testCatalog(), settings).filter(({ code }) => code === 'INVALID_ACTION');

function suppression(within?: Suppression['within'], code = 'INVALID_ACTION'): Suppression {
  return { code, globs: [], within, start: 3, end: 9 };
}

/** The paths of the findings that are left. */
function left(...suppressions: readonly Suppression[]): readonly string[] {
  const control = { levels: {}, suppressions };
  return controlFindings(file, findings, control).findings.map(({ path }) => path.join('.'));
}

const all = ['Statement.0.Action.0', 'Statement.0.Action.1', 'Statement.1.Action'];

describe('levels', () => {
  const severitiesWith = (level: 'off' | 'SUGGESTION') =>
    controlFindings(file, findings, { levels: { INVALID_ACTION: level }, suppressions: [] }).findings.map(
      ({ severity }) => severity,
    );

  test('give a check another severity, or silence', () => {
    expect(severitiesWith('SUGGESTION')).toEqual(['SUGGESTION', 'SUGGESTION', 'SUGGESTION']);
    expect(severitiesWith('off')).toEqual([]);
  });

  test('of other checks change nothing', () => {
    const control = { levels: { MISSING_VERSION: 'off' }, suppressions: [] } as const;
    expect(controlFindings(file, findings, control)).toEqual({ findings, used: [] });
    expect(controlFindings(file, findings, noControl).findings).toEqual(findings);
  });
});

describe('a suppression hides', () => {
  test.each<[string, Suppression, readonly string[]]>([
    ['every finding of its code', suppression(), []],
    ['no other code', suppression(undefined, 'MISSING_VERSION'), all],
    ['those of the statement with a Sid', suppression({ sid: 'Read' }), all.slice(2)],
    ['none of a Sid that is not there', suppression({ sid: 'read' }), all],
    ['the one at a path', suppression({ path: 'Statement[0].Action[1]' }), [all[0] ?? '', all[2] ?? '']],
    ['all below a path', suppression({ path: 'Statement[0]' }), all.slice(2)],
    ['nothing where a path ends within a name', suppression({ path: 'Statement[0].Act' }), all],
  ])('%s', (_, one, expected) => {
    expect(left(one)).toEqual(expected);
  });

  test('and is told to be used, also where the check is off', () => {
    const used = suppression({ sid: 'Read' });
    const suppressions = [used, suppression({ sid: 'Gone' })];
    expect(controlFindings(file, findings, { levels: {}, suppressions }).used).toEqual([used]);
    const levels = { INVALID_ACTION: 'off' } as const;
    expect(controlFindings(file, findings, { levels, suppressions }).used).toEqual([used]);
  });
});

test('what is suppressed is not mended', () => {
  const empty = readDocument(
    '{"Version":"2012-10-17","Statement":[{"Effect":"allow","Action":"s3:ListAllMyBuckets","Resource":"*"}]}',
  );
  const mend = (control: Parameters<typeof fixAll>[5]) =>
    fixAll(empty, (text) => readDocument(text), safeFix, testCatalog(), settings, control);
  expect(mend(noControl)).toContain('"Allow"');
  const suppressions = [suppression(undefined, 'INVALID_EFFECT')];
  expect(mend({ levels: {}, suppressions })).toBe(empty.text);
});

describe('an unused suppression', () => {
  const found = (one: Suppression): Finding | undefined => findUnused([one], {})[0];

  test('is a finding at its entry, which says what it was for', () => {
    expect(found(suppression({ sid: 'Gone' }))).toMatchObject({
      code: 'UNUSED_SUPPRESSION',
      severity: 'WARNING',
      message:
        'There is no INVALID_ACTION in statement Gone to suppress, so this entry would hide the next one unseen; remove it, or correct it.',
      start: 3,
      end: 9,
    });
    expect(found({ ...suppression({ path: 'Statement[1]' }), globs: ['a.json', 'b/*'] })?.message).toContain(
      'INVALID_ACTION at Statement[1] in a.json or b/* to suppress',
    );
    expect(found(suppression())?.message).toContain('There is no INVALID_ACTION to suppress');
  });

  test('has the level that the settings give', () => {
    expect(findUnused([suppression()], { UNUSED_SUPPRESSION: 'off' })).toEqual([]);
    expect(findUnused([suppression()], { UNUSED_SUPPRESSION: 'ERROR' })[0]?.severity).toBe('ERROR');
  });
});
