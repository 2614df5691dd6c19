import { defineConfig } from 'vite';
import { precompress } from '../widget/precompress.ts';

/** The demo's pages, served by the server at `/` under a policy that allows nothing inline. */
export default defineConfig({
  plugins: [precompress()],
  build: {
    target: 'es2022',
    // Every image stays a file, so that the policy needs no `data:`.
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: {
      input: 'index.html',
      output: { assetFileNames: 'assets/[name]-[hash][extname]' },
    },
  },
});
