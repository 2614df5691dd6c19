import { sql } from 'kysely';
import * as z from 'zod/mini';
import type { AppContext } from '../app-context.ts';
import type { FastifyZod } from './fastify-zod.ts';

/** Ready to serve: the database answers. Anything else is 503 `unavailable`, as for every route. */
export function healthRoutes(app: FastifyZod, { database }: AppContext): void {
  app.get(
    '/health',
    {
      schema: {
        summary: 'Is this server ready?',
        tags: ['operation'],
        response: { 200: z.object({ status: z.literal('ok') }) },
      },
    },
    async () => {
      await sql`select 1`.execute(database);
      return { status: 'ok' as const };
    },
  );
}
