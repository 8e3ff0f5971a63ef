import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readIamData } from '../../../scripts/catalog/iamData.mts';
import type { CatalogSource } from '../../../server/src/catalog/catalog.ts';
import { openCatalog } from '../../../server/src/catalog/openCatalog.ts';
import { openCatalogFile } from '../../../server/src/lsp/catalogFile.ts';
import { catalogPath, testCatalog } from '../../catalog.ts';

const text = readFileSync(catalogPath, 'latin1');

function recordingSource() {
  const reads: { readonly offset: number; readonly length: number }[] = [];
  const source: CatalogSource = {
    read(offset, length) {
      reads.push({ offset, length });
      return text.slice(offset, offset + length);
    },
  };
  return { source, reads };
}

describe('the catalog file', () => {
  it('is ASCII, so that a byte is a character', () => {
    expect(/[^\0-\x7f]/.test(text)).toBe(false);
  });

  it('counts what the packages hold, summed over the services', () => {
    expect(readIamData().version).toBe('0.21.202609261');
    expect(testCatalog().counts).toEqual({
      services: 456,
      actions: 22_091,
      resourceTypes: 2_334,
      conditionKeys: 2_578,
      managedPolicies: 1_594,
    });
  });

  it('is dated by iam-data', () => {
    expect(testCatalog().date).toBe('2026-09-26');
    expect(testCatalog().managedPoliciesDate).toBe('2026-08-26');
  });
});

describe('reading', () => {
  it('takes the index alone to open, less than 60 KB', () => {
    const { source, reads } = recordingSource();
    openCatalog(source);
    expect(reads).toHaveLength(2);
    expect(reads.reduce((sum, read) => sum + read.length, 0)).toBeLessThan(60_000);
  });

  it('takes one block for a service, once, in any letter case', () => {
    const { source, reads } = recordingSource();
    const catalog = openCatalog(source);
    const service = catalog.service('s3');
    expect(service?.name).toBe('Amazon S3');
    expect(catalog.service('S3')).toBe(service);
    expect(reads).toHaveLength(3);
  });

  it('takes one block for a table, once', () => {
    const { source, reads } = recordingSource();
    const catalog = openCatalog(source);
    expect(catalog.servicePrincipals).toBe(catalog.servicePrincipals);
    expect(catalog.regions.length).toBeGreaterThan(30);
    expect(catalog.partitions).toHaveLength(8);
    expect(reads).toHaveLength(4);
  });

  it('takes a managed policy document on each call', () => {
    const { source, reads } = recordingSource();
    const catalog = openCatalog(source);
    catalog.managedPolicyDocument('ReadOnlyAccess');
    const before = reads.length;
    catalog.managedPolicyDocument('ReadOnlyAccess');
    expect(reads.length).toBe(before + 1);
  });

  it('knows no service nobody has', () => {
    expect(testCatalog().service('nosuchservice')).toBeUndefined();
    expect(testCatalog().descriptions('nosuchservice')).toBeUndefined();
  });
});

describe('a source without a catalog', () => {
  it.each(['', 'not a catalog at all', text.slice(0, 1000), `${'9'.repeat(15)}\n{}`])(
    'is refused: %.20s',
    (content) => {
      const source: CatalogSource = { read: (offset, length) => content.slice(offset, offset + length) };
      expect(() => openCatalog(source)).toThrow(/catalog file is damaged/);
    },
  );

  it('is told apart from a file that is not there', () => {
    expect(() => openCatalogFile('/no/such/catalog.data')).toThrow(/Run `npm run build` first/);
  });
});
