import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/repository.mts';

/** Everything that users get; each new file is a decision. */
const shipped = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'THIRD-PARTY-NOTICES.txt',
  'dist/catalog.data',
  'dist/cli.js',
  'dist/extension.js',
  'dist/languageClient.js',
  'dist/server.js',
  'media/icon.png',
  'package.json',
  'schemas/iam-roles.config.schema.json',
  'snippets/iam-policies.json',
];

/** In bytes, packed. */
const budget = 2.5 * 1024 * 1024;

describe('the package, from what the build left in dist/', () => {
  it('holds what users need and nothing else', async () => {
    const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
    expect([...files].sort()).toEqual(shipped);
  });

  it('stays within its budget', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'iam-roles-package-'));
    try {
      const packagePath = join(folder, 'iam-roles.vsix');
      const options = { dependencies: false, rewriteRelativeLinks: false, allowMissingRepository: true };
      await createVSIX({ cwd: root, packagePath, ...options });
      const { size } = statSync(packagePath);
      expect(size).toBeGreaterThan(500_000);
      expect(size).toBeLessThan(budget);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
