import { defineConfig, mergeConfig } from 'vitest/config';
import { application } from './application.ts';

export default defineConfig(
  mergeConfig(application({ root: '.', out: 'dist', words: ['web.'], base: '/' }), {
    server: {
      port: 5173,
      strictPort: true,
      proxy: { '/api': process.env['CALLOUT_SERVER'] ?? 'http://127.0.0.1:5000' },
    },
    // The tests of every application here run in one go.
    test: { include: ['{src,phone,mailbox}/**/*.test.{ts,tsx}'], environment: 'node' },
  }),
);
