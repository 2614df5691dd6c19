import type { FastifyZod } from '../http/fastify-zod.ts';
import { storeOpenApi } from './store-openapi.ts';

/** The document by which a store's developers implement its side. */
export function storeApiRoute(app: FastifyZod): void {
  const document = storeOpenApi();
  app.get('/api/store-openapi.json', { schema: { hide: true } }, () => document);
}
