import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { root, runQuietly } from '../../scripts/repository.mts';
import { knownCodes } from '../../server/src/checks/knownCodes.ts';

/** Everything that users get; each new file is a decision. */
const shipped = [
  '[Content_Types].xml',
  'extension.vsixmanifest',
  'extension/LICENSE.txt',
  'extension/THIRD-PARTY-NOTICES.txt',
  'extension/changelog.md',
  'extension/dist/aws.js',
  'extension/dist/catalog.data',
  'extension/dist/cli.js',
  'extension/dist/extension.js',
  'extension/dist/languageClient.js',
  'extension/dist/onDemand.js',
  'extension/dist/server.js',
  'extension/dist/webview/rolePage.css',
  'extension/dist/webview/rolePage.js',
  'extension/docs/checks/README.md',
  ...knownCodes.map((code) => `extension/docs/checks/${code}.md`),
  'extension/media/icon.png',
  'extension/media/roles.svg',
  'extension/media/walkthrough/assume-role.svg',
  'extension/media/walkthrough/create-role.svg',
  'extension/media/walkthrough/profile.svg',
  'extension/media/walkthrough/trust-policy.svg',
  'extension/package.json',
  'extension/readme.md',
  'extension/schemas/iam-role.schema.json',
  'extension/schemas/iam-roles.config.schema.json',
  'extension/snippets/iam-policies.json',
];

/** In bytes. */
const budget = 2.5 * 1024 * 1024;

/** Packs what the build left in dist/. */
async function pack(): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'iam-roles-package-'));
  try {
    const file = join(folder, 'iam-roles.vsix');
    const options = ['--no-dependencies', '--no-rewrite-relative-links', '--allow-missing-repository'];
    await runQuietly('vsce', ['package', ...options, '--out', file], root);
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The names in a ZIP file's directory, which its last record points to (APPNOTE.TXT 4.3.12 and 4.3.16). */
function namesIn(zip: Buffer): readonly string[] {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const names: string[] = [];
  let entry = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const nameEnd = entry + 46 + zip.readUInt16LE(entry + 28);
    names.push(zip.toString('utf8', entry + 46, nameEnd));
    entry = nameEnd + zip.readUInt16LE(entry + 30) + zip.readUInt16LE(entry + 32);
  }
  return names;
}

describe('the package', () => {
  let packed: Buffer;
  beforeAll(async () => {
    packed = await pack();
  }, 60_000);

  it('holds what users need and nothing else', () => {
    expect([...namesIn(packed)].sort()).toEqual([...shipped].sort());
  });

  it('stays within its budget', () => {
    expect(packed.length).toBeGreaterThan(500_000);
    expect(packed.length).toBeLessThan(budget);
  });
});
