import type { Catalog } from '../catalog/catalog.ts';
import { knownCodes } from '../checks/knownCodes.ts';
import { checkPage } from '../pages/checkPage.ts';
import { pageBlocks } from '../pages/pageBlocks.ts';
import { plainTextOf } from '../pages/plainText.ts';
import { unknownCode } from '../policy/settingsFileProblems.ts';

/** What there is to know of a code, in any letter case; a message where there is no such code. */
export function explain(
  code: string,
  catalog: Catalog,
): { readonly text: string } | { readonly message: string } {
  const page = checkPage(code.toUpperCase());
  return page === undefined
    ? { message: unknownCode(code, knownCodes) }
    : { text: plainTextOf(pageBlocks(page, catalog)) };
}
