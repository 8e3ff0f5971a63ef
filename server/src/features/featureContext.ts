import type { Catalog } from '../catalog/catalog.ts';
import type { Settings } from '../protocol.ts';

/** What every feature is given beside the document. */
export interface FeatureContext {
  readonly catalog: Catalog;
  readonly settings: Settings;
}
