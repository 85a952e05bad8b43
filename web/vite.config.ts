import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

// The server that a development console talks to: any `tellfirst demo`.
const server = process.env.TELLFIRST_URL ?? 'http://127.0.0.1:8080';

/**
 * react-aria brings what it says to screen readers in 34 languages. The console speaks English: the
 * others would be a tenth of its script, and another language than what stands around them.
 */
const englishOnly: Plugin = {
  name: 'english-only',
  enforce: 'pre',
  load: (id) =>
    /\/react-aria[^/]*\/dist\/.*\/intl\/.*\/(?!en-US)[a-z]{2}-[A-Z]{2}\.mjs$/.test(id)
      ? 'export default undefined'
      : null,
};

export default defineConfig({
  base: '/console/',
  plugins: [englishOnly, react(), tailwindcss()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    outDir: process.env.TELLFIRST_WEB_DIST ?? '../build/web/dist',
    emptyOutDir: true,
    target: ['chrome123', 'firefox121', 'safari17.5'],
    // A data: URL would need a wider content security policy.
    assetsInlineLimit: 0,
    // It would be fetched with credentials of its own; all browsers that we name preload by themselves.
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': server, '/sign-in': server },
  },
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/test_setup.ts'],
  },
});
