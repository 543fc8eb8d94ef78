import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import postcssPresetMantine from 'postcss-preset-mantine';
import type { Plugin, UserConfig } from 'vite';

const here = import.meta.dirname;

/** `virtual:words/es`: of locales/es.json what begins with one of these. */
function words(prefixes: readonly string[]): Plugin {
  const virtual = 'virtual:words/';
  return {
    name: 'words',
    resolveId: (id) => (id.startsWith(virtual) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${virtual}`)) return undefined;
      const file = join(here, '../locales', `${id.slice(virtual.length + 1)}.json`);
      this.addWatchFile(file);
      const all = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
      const ours = Object.entries(all).filter(([key]) =>
        prefixes.some((prefix) => key.startsWith(prefix)),
      );
      return `export default ${JSON.stringify(Object.fromEntries(ours))}`;
    },
  };
}

/** The server hands out files as they are: compressed once, here. */
function compressed(out: string): Plugin {
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

interface Application {
  /** Its folder below web/. */
  root: string;
  /** Its folder below build/web/. */
  out: string;
  /** What its message ids begin with. */
  words: readonly string[];
  /** Where it is served: "/", or "./" for what may be served below any path. */
  base: string;
}

/** How each application here is built. */
export function application({ root, out, words: prefixes, base }: Application): UserConfig {
  const outDir = join(here, '../build/web', out);
  return {
    root: join(here, root),
    base,
    plugins: [words(prefixes), react(), compressed(outDir)],
    css: { postcss: { plugins: [postcssPresetMantine()] } },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      // An asset of its own can be cached and is what the content security policy allows.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 700,
    },
  };
}
