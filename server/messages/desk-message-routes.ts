import * as z from 'zod/mini';
import { deskMessagesQuery, deskMessagesResponse, messageState } from '@orderline/contract/desk-message.ts';
import type { AppContext } from '../app-context.ts';
import type { FastifyZod } from '../http/fastify-zod.ts';
import { requireStaff } from '../staff/require-staff.ts';
import { readMessages } from './read-messages.ts';
import { retryMessage } from './retry-message.ts';

const session = [{ deskSession: [] }];

/** The outbox, for the store's people. */
export function deskMessageRoutes(app: FastifyZod, context: AppContext): void {
  app.get(
    '/api/desk/messages',
    {
      onRequest: requireStaff(context),
      schema: {
        summary: 'What was to be sent to customers, and what became of it',
        tags: ['desk'],
        security: session,
        querystring: deskMessagesQuery,
        response: { 200: deskMessagesResponse },
        problems: ['unauthorized', 'forbidden_origin'],
      },
    },
    (request) => readMessages(context, request.query),
  );

  app.post(
    '/api/desk/messages/:id/retry',
    {
      onRequest: requireStaff(context, { role: 'staff' }),
      schema: {
        summary: 'Have a message sent again',
        description: 'One that was kept, has failed, or may have been sent or not. Answers its new state.',
        tags: ['desk'],
        security: session,
        params: z.object({ id: z.uuid() }),
        response: { 200: z.object({ state: messageState }) },
        problems: ['unauthorized', 'forbidden_origin', 'forbidden', 'csrf_token_needed', 'not_found', 'refused'],
      },
    },
    async (request) => ({ state: await retryMessage(context, { id: request.params.id, staffId: request.staff.id }) }),
  );
}
