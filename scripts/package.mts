/** Packs what dist/ holds; `npm run package` builds first. */
import { build } from './build.mts';
import { inRepository, runQuietly } from './repository.mts';

/** Packs the built extension and returns the absolute path of the package. */
export async function packExtension(): Promise<string> {
  const file = inRepository('dist/iam-roles.vsix');
  const options = ['--no-dependencies', '--no-rewrite-relative-links', '--allow-missing-repository'];
  await runQuietly('vsce', ['package', ...options, '--out', file], inRepository('.'));
  return file;
}

if (import.meta.main) {
  await build();
  console.log(await packExtension());
}
