import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{unit,protocol,repo,corpus,aws}/**/*.test.ts'],
    testTimeout: 30_000,
    // The AWS SDK warns of old versions of Node on standard error.
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
  },
});
