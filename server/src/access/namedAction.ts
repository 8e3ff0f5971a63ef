import type { Action, Catalog } from '../catalog/catalog.ts';
import { findAction } from '../catalog/findAction.ts';
import { parseActionName } from '../policy/actionName.ts';
import { rememberByText } from './remember.ts';

/** The action that an entry `prefix:Name` names without a wildcard, in any letter case. Remembered for each catalog. */
export const namedAction: (catalog: Catalog, entry: string) => Action | undefined = rememberByText(
  (catalog: Catalog, entry) => {
    const name = parseActionName(entry);
    return name && findAction(catalog, name.prefix, name.name);
  },
);
