/** Builds everything the extension and the command line are made of into dist/. `--debug`: readable, with source maps. */
import { writeFileSync } from 'node:fs';
import { makeBundle, shippedBundles, testBundle, writeMetafile } from './build/bundles.mts';
import { thirdPartyNotices } from './build/notices.mts';
import { generate } from './generate.mts';
import { inRepository } from './repository.mts';

/** Throws an `Error` that says what failed. */
export async function build(forDebugging = false): Promise<void> {
  await generate();
  const metafiles = await Promise.all(shippedBundles.map((bundle) => makeBundle(bundle, forDebugging)));
  const inputs = Object.assign({}, ...metafiles.map((metafile) => metafile.inputs));
  const outputs = Object.assign({}, ...metafiles.map((metafile) => metafile.outputs));
  writeMetafile({ inputs, outputs });
  writeFileSync(inRepository('THIRD-PARTY-NOTICES.txt'), thirdPartyNotices(Object.keys(inputs)));
  await makeBundle(testBundle, true);
}

if (import.meta.main) await build(process.argv.includes('--debug'));
