import * as z from 'zod/mini';
import { messageRequest, messageResponse } from '@orderline/contract/message.ts';
import { orderNumber } from '@orderline/contract/order.ts';
import type { AppContext } from '../app-context.ts';
import { requireCall } from '../http/access.ts';
import type { FastifyZod } from '../http/fastify-zod.ts';
import { keepMessage } from './keep-message.ts';

const params = z.object({ order_number: orderNumber });
const headers = z.object({ 'idempotency-key': z.optional(z.string().check(z.minLength(1), z.maxLength(200))) });

/** Messages about a proved order, to a contact on file. */
export function messageRoutes(app: FastifyZod, context: AppContext): void {
  app.post(
    '/api/orders/:order_number/messages',
    {
      onRequest: requireCall(context),
      schema: {
        summary: 'Send the tracking link of a proved order by text or e-mail',
        description:
          'To the contact on file. Each order, kind and channel once in a call, however often it is asked for.',
        tags: ['orders'],
        security: [{ callToken: [] }],
        params,
        headers,
        body: messageRequest,
        response: { 200: messageResponse },
        problems: ['unauthorized', 'call_superseded', 'call_ended', 'not_found', 'refused', 'idempotency_key_reused'],
      },
    },
    (request) =>
      keepMessage(context, {
        callId: request.call.id,
        orderNumber: request.params.order_number,
        request: request.body,
        idempotencyKey: request.headers['idempotency-key'],
      }),
  );
}
