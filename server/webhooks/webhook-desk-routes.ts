import * as z from 'zod/mini';
import { webhookQuery, webhooksResponse, webhookView } from '@orderline/contract/desk-webhook.ts';
import type { AppContext } from '../app-context.ts';
import type { FastifyZod } from '../http/fastify-zod.ts';
import { requireStaff } from '../staff/require-staff.ts';
import { listWebhooks } from './list-webhooks.ts';
import { resendWebhook } from './resend-webhook.ts';

const session = [{ deskSession: [] }];

/** What the store's CRM is told, and what it could not be told. */
export function webhookDeskRoutes(app: FastifyZod, context: AppContext): void {
  app.get(
    '/api/desk/webhooks',
    {
      onRequest: requireStaff(context),
      schema: {
        summary: 'What the CRM is told, newest first',
        tags: ['desk'],
        security: session,
        querystring: webhookQuery,
        response: { 200: webhooksResponse },
        problems: ['unauthorized', 'forbidden_origin'],
      },
    },
    ({ query: { state, before, limit } }) => listWebhooks(context, { state, before, limit }),
  );

  app.post(
    '/api/desk/webhooks/:id/retry',
    {
      onRequest: requireStaff(context, { role: 'staff' }),
      schema: {
        summary: 'Tell the CRM again what it could not be told',
        description: 'Under the same `webhook-id`. Only what is `dead` is sent; anything else is returned as it is.',
        tags: ['desk'],
        security: session,
        params: z.object({ id: z.uuid() }),
        response: { 200: webhookView },
        problems: ['unauthorized', 'forbidden', 'csrf_token_needed', 'forbidden_origin', 'not_found'],
      },
    },
    (request) => resendWebhook(context, { id: request.params.id, staffId: request.staff.id }),
  );
}
