import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{unit,protocol,repo,corpus}/**/*.test.ts'],
    testTimeout: 30_000,
  },
});
