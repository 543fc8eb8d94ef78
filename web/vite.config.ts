import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import postcssPresetMantine from 'postcss-preset-mantine';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;
const out = join(root, '../build/web/dist');

/** `virtual:words/es`: of locales/es.json what the web application says. */
function words(): Plugin {
  const prefix = 'virtual:words/';
  return {
    name: 'words',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return undefined;
      const file = join(root, '../locales', `${id.slice(prefix.length + 1)}.json`);
      this.addWatchFile(file);
      const all = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
      const ours = Object.entries(all).filter(([key]) => key.startsWith('web.'));
      return `export default ${JSON.stringify(Object.fromEntries(ours))}`;
    },
  };
}

/** The server hands out files as they are: compressed once, here. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    closeBundle() {
      for (const entry of readdirSync(out, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !/\.(html|js|css|svg|webmanifest)$/.test(entry.name)) continue;
        const file = join(entry.parentPath, entry.name);
        const bytes = readFileSync(file);
        writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
        const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
        writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: quality }));
      }
    },
  };
}

export default defineConfig({
  root,
  plugins: [words(), react(), compressed()],
  css: { postcss: { plugins: [postcssPresetMantine()] } },
  build: {
    outDir: out,
    emptyOutDir: true,
    target: 'es2022',
    // An asset of its own can be cached and is what the content security policy allows.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
  server: {
    port: 5173,
    strictPort: true,
    proxy: { '/api': process.env['CALLOUT_SERVER'] ?? 'http://127.0.0.1:5000' },
  },
  test: { include: ['src/**/*.test.{ts,tsx}'], environment: 'node' },
});
