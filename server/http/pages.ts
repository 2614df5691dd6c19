import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import fastifyStatic, { type FastifyStaticOptions } from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.ts';

/** vite puts a hash of the content into the names of what it builds: these never change. */
const hashedName = /-[A-Za-z0-9_-]{8}\.(js|css|woff2|svg|png|webp|jpg)$/;

/** Serves the built pages at `/` and the widget at `/widget/`, which any page may load. */
export function servePages(app: FastifyInstance, { pagesDirectory, widgetDirectory }: Config): void {
  serveBuild(app, { directory: widgetDirectory, prefix: '/widget/', name: 'widget', isForAnyPage: true });
  serveBuild(app, { directory: pagesDirectory, prefix: '/', name: 'pages', isForAnyPage: false });
}

interface Build {
  readonly directory: string;
  readonly prefix: string;
  readonly name: string;
  readonly isForAnyPage: boolean;
}

function serveBuild(app: FastifyInstance, { directory, prefix, name, isForAnyPage }: Build): void {
  const root = resolve(directory);
  if (!existsSync(root)) {
    app.get(prefix, { schema: { hide: true } }, (_request, reply) =>
      reply
        .code(404)
        .type('text/plain')
        .send(`The ${name} have not been built. Run "npm run build", then start again.\n`),
    );
    return;
  }
  const options: FastifyStaticOptions = {
    root,
    prefix,
    decorateReply: false,
    dotfiles: 'ignore',
    preCompressed: true,
    cacheControl: false,
    extensions: ['html'],
    redirect: true,
    setHeaders: (reply, path) => {
      const isHashed = hashedName.test(path.replace(/\.(br|gz)$/, ''));
      void reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      if (!isForAnyPage) return;
      void reply.header('access-control-allow-origin', '*');
      void reply.header('cross-origin-resource-policy', 'cross-origin');
    },
  };
  app.register(fastifyStatic, options);
}
