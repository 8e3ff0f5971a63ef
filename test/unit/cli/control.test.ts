import { describe, expect, test } from 'vitest';
import { clean, commandLine, trust, wrong } from './commandLine.ts';

const { folder, write, run, codes } = commandLine();

function settings(content: object, path = 'iam-roles.config.json'): void {
  write(path, JSON.stringify(content, undefined, 2));
}

describe('the settings file', () => {
  test('makes of a check what it says, file by file', async () => {
    settings({
      checks: { INVALID_ACTION: 'SUGGESTION' },
      overrides: [{ files: 'old/**', checks: { INVALID_ACTION: 'off' } }],
    });
    write('a.json', wrong);
    write('old/b.json', wrong);
    const { status, out } = await run(['check', '.']);
    expect(status).toBe(0);
    expect(out).toMatch(/^a\.json:4:36: SUGGESTION INVALID_ACTION: .*\n1 finding \(1 SUGGESTION\)/);
  });

  test('adds to the catalog and raises quotas', async () => {
    settings({ catalog: { additionalActions: ['s3:GetObjekt'] }, quotas: { roleTrustPolicyLength: 8192 } });
    write('a.json', wrong);
    const many = Array.from(
      { length: 80 },
      (_, index) => `"arn:aws:iam::1111222233${index + 10}:role/reader"`,
    );
    write('trust.json', trust.replace('{ "Service": "ec2.amazonaws.com" }', `{ "AWS": [${many}] }`));
    expect(await codes(['a.json'])).toEqual([]);
    const code = 'trust.json POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA';
    expect(await codes(['trust.json'])).not.toContain(code);
    settings({});
    expect(await codes(['trust.json'])).toContain(code);
  });

  test('that knows no such code is told where, and what was meant', async () => {
    settings({ checks: { INVALID_ACTON: 'off' } });
    write('a.json', clean);
    const { status, err } = await run(['check', 'a.json']);
    expect(status).toBe(2);
    expect(err).toContain(
      'iam-roles.config.json:3:5: There is no check "INVALID_ACTON"; did you mean "INVALID_ACTION"?',
    );
  });

  test('can be another one, for all files', async () => {
    settings({ checks: { INVALID_ACTION: 'off' } });
    settings({ checks: { INVALID_ACTION: 'WARNING' } }, 'ci/strict.json');
    write('a.json', wrong);
    expect((await run(['check', 'a.json'])).out).toContain('No findings');
    expect((await run(['check', '--config', 'ci/strict.json', 'a.json'])).out).toContain('WARNING');
    expect(await run(['check', '--config', 'none.json', 'a.json'])).toMatchObject({
      status: 2,
      err: 'iam-roles: none.json: There is no such file or folder.\n',
    });
  });
});

describe('suppressions', () => {
  const suppression = { code: 'INVALID_ACTION', reason: 'Known to us.' };

  test('hide what they name', async () => {
    settings({ suppressions: [{ ...suppression, files: 'roles/*.json', path: 'Statement[0]' }] });
    write('roles/a.json', wrong);
    write('b.json', wrong);
    expect(await codes(['.'])).toEqual(['b.json INVALID_ACTION']);
  });

  test('that hide nothing are told of at their line', async () => {
    settings({ suppressions: [{ ...suppression, files: 'roles/*.json', sid: 'Gone' }] });
    write('roles/a.json', clean);
    const { status, out } = await run(['check', '--fail-on', 'WARNING', '.']);
    expect(status).toBe(1);
    expect(out).toMatch(
      /^iam-roles\.config\.json:3:5: WARNING UNUSED_SUPPRESSION: .* in statement Gone in roles\/\*\.json /,
    );
    settings({ checks: { UNUSED_SUPPRESSION: 'off' }, suppressions: [suppression] });
    expect(await codes(['.'])).toEqual([]);
  });

  test('are not judged by a part of the files they may speak of', async () => {
    settings({ suppressions: [{ ...suppression, files: 'roles/*.json' }, suppression] });
    write('roles/a.json', clean);
    write('roles/b.json', wrong);
    expect(await codes(['roles/a.json'])).toEqual([]);
    expect(await codes(['roles'])).toEqual([]);
    expect(await codes([folder()])).toEqual([]);
  });

  test('of named files are judged when those are checked', async () => {
    settings({ suppressions: [{ ...suppression, files: ['./a.json', 'roles/b.json'] }] });
    write('a.json', clean);
    write('roles/b.json', clean);
    expect(await codes(['a.json'])).toEqual([]);
    expect(await codes(['a.json', 'roles/b.json'])).toEqual(['iam-roles.config.json UNUSED_SUPPRESSION']);
  });
});
