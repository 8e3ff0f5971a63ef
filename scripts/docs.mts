/**
 * Writes what the documentation takes from the code: docs/checks.md, and what stands between the markers of README.md.
 * With `--check` it writes nothing and fails when a file is not what it would write.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { openCatalogFile } from '../server/src/lsp/catalogFile.ts';
import { checksPage } from './docs/checksPage.mts';
import { filledReadme } from './docs/readme.mts';
import { generate } from './generate.mts';
import { inRepository } from './repository.mts';

/** By path in the repository. The catalog must have been generated. */
export function writtenDocuments(): ReadonlyMap<string, string> {
  const catalog = openCatalogFile(inRepository('dist/catalog.data'));
  return new Map([
    ['docs/checks.md', checksPage(catalog)],
    ['README.md', filledReadme(read('README.md'), JSON.parse(read('package.json')), catalog)],
  ]);
}

function read(path: string): string {
  return readFileSync(inRepository(path), 'utf8');
}

async function writeDocuments(onlyCheck: boolean): Promise<void> {
  await generate();
  for (const [path, text] of writtenDocuments()) {
    if (read(path) === text) continue;
    if (onlyCheck) {
      console.error(`${path} is not what the code says: run \`npm run docs\`.`);
      process.exitCode = 1;
    } else {
      writeFileSync(inRepository(path), text);
      console.log(`Wrote ${path}`);
    }
  }
}

if (import.meta.main) await writeDocuments(process.argv.includes('--check'));
