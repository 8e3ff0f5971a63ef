import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkPages } from '../pages/checkPage.ts';

/** The address of the page of a code; undefined for a code that has none. */
export type PageUrl = (code: string) => string | undefined;

/**
 * Addresses of the pages in a folder of files named `CODE.md`, absolute path; that of AWS's page where the file is not
 * there, or no folder is given. A code is looked up once.
 */
export function checkPageUrls(folder: string | undefined): PageUrl {
  const sources = new Map(checkPages().map(({ code, source }) => [code, source]));
  const urls = new Map<string, string | undefined>();
  return (code) => {
    if (!urls.has(code)) urls.set(code, fileUrl(folder, code) ?? sources.get(code));
    return urls.get(code);
  };
}

function fileUrl(folder: string | undefined, code: string): string | undefined {
  if (folder === undefined) return undefined;
  const file = join(folder, `${code}.md`);
  return existsSync(file) ? pathToFileURL(file).href : undefined;
}
