import { searchQuery, searchResponse } from '@orderline/contract/knowledge.ts';
import type { AppContext } from '../app-context.ts';
import { requireCall } from '../http/access.ts';
import type { FastifyZod } from '../http/fastify-zod.ts';
import { searchKnowledge } from './search-knowledge.ts';

/** The store's own documents, for the job of a call. */
export function knowledgeRoutes(app: FastifyZod, context: AppContext): void {
  app.get(
    '/api/knowledge/search',
    {
      onRequest: requireCall(context),
      schema: {
        summary: "Search the store's documents",
        description: 'At most three passages, best first; none when nothing fits.',
        tags: ['knowledge'],
        security: [{ callToken: [] }],
        querystring: searchQuery,
        response: { 200: searchResponse },
        problems: ['unauthorized', 'call_superseded', 'call_ended'],
      },
    },
    (request) => searchKnowledge(context, request.query.q),
  );
}
