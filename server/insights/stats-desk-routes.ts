import * as z from 'zod/mini';
import { statsCsvQuery, statsQuery, statsResponse } from '@orderline/contract/stats.ts';
import type { AppContext } from '../app-context.ts';
import type { FastifyZod } from '../http/fastify-zod.ts';
import { requireStaff } from '../staff/require-staff.ts';
import { readStats } from './read-stats.ts';
import { statsCsv } from './stats-csv.ts';

const session = [{ deskSession: [] }];

/** The owner's numbers. */
export function statsDeskRoutes(app: FastifyZod, context: AppContext): void {
  app.get(
    '/api/desk/stats',
    {
      onRequest: requireStaff(context),
      schema: {
        summary: 'Calls a day, how they ended and what they were about, and what came back why',
        tags: ['desk'],
        security: session,
        querystring: statsQuery,
        response: { 200: statsResponse },
        problems: ['unauthorized', 'forbidden_origin'],
      },
    },
    (request) => readStats(context, request.query),
  );

  app.get(
    '/api/desk/stats.csv',
    {
      onRequest: requireStaff(context),
      schema: {
        summary: 'One table of the same numbers as CSV',
        tags: ['desk'],
        security: session,
        querystring: statsCsvQuery,
        response: { 200: { content: { 'text/csv': { schema: z.string() } } } },
        problems: ['unauthorized', 'forbidden_origin'],
      },
    },
    async (request, reply) => {
      const { table, ...period } = request.query;
      const stats = await readStats(context, period);
      return reply
        .type('text/csv; charset=utf-8; header=present')
        .header('content-disposition', `attachment; filename="orderline-${table}-${stats.from}-${stats.to}.csv"`)
        .send(statsCsv(stats, table));
    },
  );
}
