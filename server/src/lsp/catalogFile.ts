import { openSync, readSync } from 'node:fs';
import type { Catalog } from '../catalog/catalog.ts';
import { openCatalog } from '../catalog/openCatalog.ts';

/**
 * The catalog in a file written by `npm run catalog`. The file stays open, as most of it is read when it is
 * first needed. Throws an `Error` that says what to do when there is no such file or it holds no catalog.
 */
export function openCatalogFile(path: string): Catalog {
  const file = openFile(path);
  return openCatalog({
    read(offset, length) {
      const buffer = Buffer.allocUnsafe(length);
      return buffer.toString('latin1', 0, readSync(file, buffer, 0, length, offset));
    },
  });
}

function openFile(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (error) {
    throw new Error(`The catalog of AWS data cannot be read from ${path}. Run \`npm run build\` first.`, {
      cause: error,
    });
  }
}
