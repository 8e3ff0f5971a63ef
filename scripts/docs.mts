/**
 * Writes what the documentation takes from the code: the pages of docs/checks, and what stands between the markers of
 * README.md. With `--check` it writes nothing and fails when a file is missing, is not what it would write, or is of no
 * code any more.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { openCatalogFile } from '../server/src/lsp/catalogFile.ts';
import { checkPages } from '../server/src/pages/checkPage.ts';
import { markdownOf } from '../server/src/pages/markdown.ts';
import { pageBlocks } from '../server/src/pages/pageBlocks.ts';
import { checksIndex } from './docs/checksIndex.mts';
import { filledReadme } from './docs/readme.mts';
import { generate } from './generate.mts';
import { inRepository } from './repository.mts';

/** All of it is written; users get it with the extension. */
const pagesFolder = 'docs/checks';

/** By path in the repository. The catalog must have been generated. */
export function writtenDocuments(): ReadonlyMap<string, string> {
  const catalog = openCatalogFile(inRepository('dist/catalog.data'));
  const pages = checkPages().map((page): [string, string] => [
    `${pagesFolder}/${page.code}.md`,
    `${markdownOf(pageBlocks(page, catalog))}\n[All checks](README.md)\n`,
  ]);
  return new Map([
    ...pages,
    [`${pagesFolder}/README.md`, checksIndex(catalog)],
    ['README.md', filledReadme(read('README.md') ?? '', JSON.parse(read('package.json') ?? ''), catalog)],
  ]);
}

/** Files in the folder of pages that are not written any more. */
export function superfluousDocuments(written: ReadonlyMap<string, string>): readonly string[] {
  return readdirSync(inRepository(pagesFolder))
    .map((name) => `${pagesFolder}/${name}`)
    .filter((path) => !written.has(path));
}

/** Undefined where there is no such file. */
function read(path: string): string | undefined {
  return existsSync(inRepository(path)) ? readFileSync(inRepository(path), 'utf8') : undefined;
}

async function writeDocuments(onlyCheck: boolean): Promise<void> {
  await generate();
  mkdirSync(inRepository(pagesFolder), { recursive: true });
  const written = writtenDocuments();
  const stale = [...written].filter(([path, text]) => read(path) !== text);
  const superfluous = superfluousDocuments(written);
  if (onlyCheck) {
    const complaints = [
      ...stale.map(([path]) => `${path} is missing, or not what the code says: run \`npm run docs\`.`),
      ...superfluous.map((path) => `${path} is of no code there is: run \`npm run docs\`.`),
    ];
    for (const complaint of complaints) console.error(complaint);
    if (complaints.length > 0) process.exitCode = 1;
    return;
  }
  for (const [path, text] of stale) {
    writeFileSync(inRepository(path), text);
    console.log(`Wrote ${path}`);
  }
  for (const path of superfluous) {
    rmSync(inRepository(path), { recursive: true });
    console.log(`Removed ${path}`);
  }
}

if (import.meta.main) await writeDocuments(process.argv.includes('--check'));
