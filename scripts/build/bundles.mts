import { chmodSync, writeFileSync } from 'node:fs';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import { inRepository } from '../repository.mts';
import { namedKeys } from './namedKeys.mts';
import { noDefaultChain } from './noDefaultChain.mts';
import { withoutExamples } from './withoutExamples.mts';

interface Bundle {
  readonly entry: string;
  readonly file: string;
  readonly target: 'node20' | 'node22' | 'es2022';
  readonly executable?: true;
  /** Tells of checks what they find, and shows no examples. */
  readonly withoutExamples?: true;
}

/** What the extension is made of. */
export const shippedBundles: readonly Bundle[] = [
  { entry: 'client/src/extension.ts', file: 'dist/extension.js', target: 'node22' },
  { entry: 'client/src/languageClient.ts', file: 'dist/languageClient.js', target: 'node22' },
  { entry: 'client/src/onDemand.ts', file: 'dist/onDemand.js', target: 'node22' },
  { entry: 'client/src/aws/aws.ts', file: 'dist/aws.js', target: 'node22' },
  { entry: 'client/webview/rolePage.ts', file: 'dist/webview/rolePage.js', target: 'es2022' },
  { entry: 'server/src/main.ts', file: 'dist/server.js', target: 'node20', withoutExamples: true },
  { entry: 'server/src/cli.ts', file: 'dist/cli.js', target: 'node20', executable: true },
];

/** The suite that runs inside VS Code. */
export const testBundle: Bundle = {
  entry: 'test/vscode/index.ts',
  file: 'dist/test/vscode/index.js',
  target: 'node22',
};

/** Writes a bundle; the answer tells what went into it. With `forDebugging` it is readable and has a source map. */
export async function makeBundle(bundle: Bundle, forDebugging: boolean): Promise<Metafile> {
  const { entry, file, target, executable } = bundle;
  const checkPlugins = bundle.withoutExamples ? [withoutExamples] : [];
  const options: BuildOptions & { metafile: true } = {
    absWorkingDir: inRepository('.'),
    entryPoints: [entry],
    outfile: file,
    bundle: true,
    // What runs in a webview is a browser's.
    ...(target === 'es2022' ? { platform: 'browser', format: 'iife' } : { platform: 'node', format: 'cjs' }),
    target,
    // bowser parses names of browsers; the AWS SDK reaches for it in browsers only.
    external: ['vscode', 'mocha', 'bowser'],
    mainFields: ['module', 'main'],
    // In a bundle with `require` for `import()`, so that the extension host finds `vscode` the usual way.
    supported: { 'dynamic-import': false },
    minify: !forDebugging,
    sourcemap: forDebugging ? 'linked' : false,
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
    plugins: [loadedLater, namedKeys, noDefaultChain, ...checkPlugins],
    ...(executable && { banner: { js: '#!/usr/bin/env node' } }),
  };
  const { metafile } = await build(options);
  if (executable) chmodSync(inRepository(file), 0o755);
  return metafile;
}

/** Modules that are bundles of their own, read when they are first imported and not at activation. */
const later = /\/(languageClient|onDemand|aws)\.ts$/;

const loadedLater: Plugin = {
  name: 'loaded later',
  setup({ onResolve }) {
    onResolve({ filter: later }, ({ kind, path }) => {
      const name = later.exec(path)?.[1];
      return kind === 'dynamic-import' ? { path: `./${name}.js`, external: true } : undefined;
    });
  },
};

/** Writes the sizes and the origin of every bundle's bytes, to look at when one grows. */
export function writeMetafile(metafile: Metafile): void {
  writeFileSync(inRepository('dist/metafile.json'), JSON.stringify(metafile));
}
