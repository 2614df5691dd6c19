import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import type { Plugin } from 'vite';

const compress = promisify(brotliCompress);
const textFile = /\.(?:js|css|html|svg)$/;

/** Puts a `.br` beside each text file of the build, which the server sends to browsers that take brotli. */
export function precompress(): Plugin {
  let outDir = '';
  return {
    name: 'orderline:precompress',
    apply: 'build',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    async closeBundle() {
      const files = await readdir(outDir, { recursive: true });
      for (const file of files.filter((name) => textFile.test(name))) {
        const path = join(outDir, file);
        await writeFile(`${path}.br`, await compress(await readFile(path)));
      }
    },
  };
}
