import { alertsResponse } from '@orderline/contract/alert.ts';
import type { AppContext } from '../app-context.ts';
import type { FastifyZod } from '../http/fastify-zod.ts';
import { requireStaff } from '../staff/require-staff.ts';
import { listAlerts } from './list-alerts.ts';

/** What is wrong with the service. */
export function alertDeskRoutes(app: FastifyZod, context: AppContext): void {
  app.get(
    '/api/desk/alerts',
    {
      onRequest: requireStaff(context),
      schema: {
        summary: 'What is wrong with the service, and what was',
        description: 'What lasts first, then the newest; 100 at most.',
        tags: ['desk'],
        security: [{ deskSession: [] }],
        response: { 200: alertsResponse },
        problems: ['unauthorized', 'forbidden_origin'],
      },
    },
    () => listAlerts(context),
  );
}
