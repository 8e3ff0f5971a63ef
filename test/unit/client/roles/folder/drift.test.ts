import { describe, expect, it } from 'vitest';
import { driftOf } from '../../../../../client/src/roles/folder/drift.ts';
import { driftReport } from '../../../../../client/src/roles/folder/driftReport.ts';
import { filesOfRole, roleOfFiles } from '../../../../../client/src/roles/folder/folderFiles.ts';
import type { FolderRole } from '../../../../../client/src/roles/folder/folderRole.ts';

const policy = (action: string) => JSON.stringify({ Statement: [{ Effect: 'Allow', Action: action }] });
const arn = 'arn:aws:iam::123456789012:policy/orders';
const role: FolderRole = {
  account: '123456789012',
  name: 'orders-reader',
  path: '/',
  description: 'Reads <b>orders</b> ```',
  maxSessionDuration: 3600,
  permissionsBoundary: undefined,
  tags: { team: 'orders', __proto__x: '' },
  trustPolicy: policy('sts:AssumeRole'),
  inlinePolicies: [
    { name: '../../evil', document: policy('s3:A') },
    { name: 'read', document: policy('s3:B') },
  ],
  attachedPolicies: [
    { arn, document: policy('s3:C') },
    { arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess', document: undefined },
  ],
};
const documents = new Map([[arn, policy('s3:C')]]);

describe('a role in files', () => {
  it('comes back from them, and no file is outside the folder', async () => {
    const files = new Map(filesOfRole(role).map(({ path, text }) => [path, text]));
    expect([...files.keys()]).toEqual([
      'iam-role.json',
      'trust-policy.json',
      'inline-policies/__.._evil.json',
      'inline-policies/read.json',
      'managed-policies/orders.json',
    ]);
    const read = await roleOfFiles(async (path) => files.get(path));
    expect(read).toMatchObject({
      ...role,
      trustPolicy: expect.anything(),
      inlinePolicies: expect.anything(),
      attachedPolicies: expect.anything(),
    });
    expect(driftOf(read, role, documents)).toEqual([]);
    files.delete('inline-policies/read.json');
    await expect(roleOfFiles(async (path) => files.get(path))).rejects.toThrow(
      /names inline-policies\/read\.json, but there is no such file/,
    );
    await expect(roleOfFiles(async () => undefined)).rejects.toThrow(/has no iam-role\.json/);
  });
});

describe('drift', () => {
  const whatOf = (live: Partial<FolderRole>, kept = documents) =>
    driftOf(role, { ...role, ...live }, kept).map(({ what }) => what);

  it.each<[string, Partial<FolderRole>, string[]]>([
    ['nothing', { trustPolicy: JSON.stringify(JSON.parse(role.trustPolicy), undefined, 4) }, []],
    ['the trust policy', { trustPolicy: policy('sts:TagSession') }, ['trust policy']],
    ['the description', { description: 'other' }, ['description']],
    ['the session', { maxSessionDuration: 7200 }, ['maximum session duration']],
    ['a boundary', { permissionsBoundary: arn }, ['permissions boundary']],
    ['tags', { tags: { team: 'x', other: '' } }, ['tag team', 'tag __proto__x', 'tag other']],
    [
      'inline policies',
      {
        inlinePolicies: [
          { name: 'read', document: policy('s3:X') },
          { name: 'new', document: '{}' },
        ],
      },
      ['inline policy ../../evil', 'inline policy read', 'inline policy new'],
    ],
    [
      'attachments',
      { attachedPolicies: [] },
      [`attachment of ${arn}`, 'attachment of arn:aws:iam::aws:policy/ReadOnlyAccess'],
    ],
  ])('of %s', (_name, live, what) => {
    expect(whatOf(live)).toEqual(what);
  });

  it('of a managed policy’s document, and of one that is gone', () => {
    expect(whatOf({}, new Map([[arn, policy('s3:X')]]))).toEqual(['document of managed policy orders']);
    expect(whatOf({}, new Map())).toEqual(['document of managed policy orders']);
  });

  it('is told as text, whatever AWS holds', () => {
    const live = { ...role, description: '``` <img src=x>\u202E', tags: { ...role.tags, '# <b>': 'x' } };
    const report = driftReport(role, 'account 123456789012 (profile dev)', driftOf(role, live, documents));
    expect(report).toContain('## tag \\# \\<b\\> — in AWS only');
    expect(report).toContain('````diff\n');
    expect(report).not.toContain('\u202E');
    expect(report.startsWith('# Drift of role orders-reader\n\n2 things differ')).toBe(true);
  });
});
