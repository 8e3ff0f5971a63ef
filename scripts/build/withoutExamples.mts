import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';

/** `bad: […],` and `good: […],` of a check, as Biome formats them. */
const examples = /^( *)(?:bad|good): \[\n.*?^\1\],\n/gms;

/**
 * Leaves the examples out of the checks: documentation and tests are made of them, and a language server that holds them
 * starts later and takes 2 MB more.
 */
export const withoutExamples: Plugin = {
  name: 'without examples',
  setup({ onLoad }) {
    onLoad({ filter: /\/server\/src\/checks\/.*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(examples, ''),
      loader: 'ts',
    }));
  },
};
