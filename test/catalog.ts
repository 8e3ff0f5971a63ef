import { fileURLToPath } from 'node:url';
import type { Catalog } from '../server/src/catalog/catalog.ts';
import { lazy } from '../server/src/catalog/lazy.ts';
import { openCatalogFile } from '../server/src/lsp/catalogFile.ts';

export const catalogPath = fileURLToPath(new URL('../dist/catalog.data', import.meta.url));

/** The catalog `npm run catalog` wrote, opened once for all tests of a file. */
export const testCatalog: () => Catalog = lazy(() => openCatalogFile(catalogPath));
