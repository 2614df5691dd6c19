import cors from '@fastify/cors';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';
import { problem } from './problem-response.ts';

/**
 * Pages may use the API from the origins on the list and from this server's own; those of any other origin, `null`
 * included, get 403 `forbidden_origin`. Requests without an Origin come from no page, and their tokens decide.
 */
export function checkOrigins(app: FastifyInstance, { allowedOrigins }: Pick<Config, 'allowedOrigins'>): void {
  const allowed = new Set(allowedOrigins);
  app.addHook('onRequest', (request, _reply, done) => {
    const { origin } = request.headers;
    const isFree = origin === undefined || !isApi(request) || allowed.has(origin) || origin === ownOrigin(request);
    done(
      isFree ? undefined : problem('forbidden_origin', { detail: 'Have ALLOWED_ORIGINS of the server name this page' }),
    );
  });
  app.register(cors, {
    origin: [...allowed],
    methods: ['GET', 'POST'],
    allowedHeaders: ['authorization', 'content-type'],
    exposedHeaders: ['retry-after'],
    maxAge: 600,
    strictPreflight: false,
  });
}

/** Whether the page that asks was served by this server itself, or as the configuration's public URL. */
export const isOwnOrigin = (request: FastifyRequest, { publicUrl }: Pick<Config, 'publicUrl'>): boolean =>
  request.headers.origin === ownOrigin(request) || request.headers.origin === new URL(publicUrl).origin;

const isApi = ({ url }: FastifyRequest) => url.startsWith('/api');

const ownOrigin = ({ protocol, host }: FastifyRequest) => `${protocol}://${host}`;
