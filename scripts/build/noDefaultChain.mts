import type { Plugin } from 'esbuild';

/**
 * Leaves the SDK's default credential chain out, which every client brings and none of ours uses: credentials are those
 * of the profile that the user chose, never what else the machine may give.
 */
export const noDefaultChain: Plugin = {
  name: 'no default credential chain',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, () => ({
      path: 'credential-provider-node',
      namespace: 'no-default-chain',
    }));
    onLoad({ filter: /.*/, namespace: 'no-default-chain' }, () => ({
      contents:
        "export const defaultProvider = () => () => Promise.reject(new Error('There is no default credential chain.'));",
    }));
  },
};
