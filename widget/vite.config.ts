import { defineConfig } from 'vite';
import { precompress } from './precompress.ts';

/**
 * One ES module under a fixed name, which pages embed, and hashed chunks beside it, found relative to it: the widget
 * runs on other origins than the one it is served from.
 */
export default defineConfig({
  base: './',
  plugins: [precompress()],
  // Never Lit's development build, whatever NODE_ENV the build runs under.
  resolve: { conditions: ['module', 'browser', 'production'] },
  build: {
    target: 'es2022',
    // Its helper would add <link> elements to the embedding page.
    modulePreload: false,
    // livekit-client is what it is; test/browser/widget-size.test.ts holds the limits.
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      input: 'define.ts',
      preserveEntrySignatures: 'strict',
      output: {
        entryFileNames: 'orderline-widget.js',
        chunkFileNames: 'orderline-[name]-[hash].js',
      },
    },
  },
});
