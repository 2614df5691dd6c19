import * as z from 'zod/mini';
import { escalationRequest, escalationResponse, escalationsResponse } from '@orderline/contract/escalation.ts';
import { orderNumber } from '@orderline/contract/order.ts';
import type { AppContext } from '../app-context.ts';
import { requireCall } from '../http/access.ts';
import type { FastifyZod } from '../http/fastify-zod.ts';
import { idempotencyHeaders, idempotently } from '../http/idempotency.ts';
import { escalate } from './escalate.ts';
import { tellEscalations } from './read-escalations.ts';

const ofCall = ['unauthorized', 'call_superseded', 'call_ended', 'not_found'] as const;

/** What a caller asks for and only a person may decide. */
export function escalationRoutes(app: FastifyZod, context: AppContext): void {
  const params = z.object({ order_number: orderNumber });

  app.post(
    '/api/orders/:order_number/escalations',
    {
      onRequest: requireCall(context),
      schema: {
        summary: "Ask the store's people for what only they may decide",
        description:
          'They are told at once. A refused proposal goes along as `change` and is carried out when they approve it; one ' +
          'that would be refused all the same is refused now. One is pending a matter: asked again, it is the same one. ' +
          'The decision comes over the command stream, and by message.',
        tags: ['changes'],
        security: [{ callToken: [] }],
        params,
        headers: idempotencyHeaders,
        body: escalationRequest,
        response: { 201: escalationResponse },
        problems: [...ofCall, 'refused', 'idempotency_key_reused'],
      },
    },
    async (request, reply) => {
      const asked = { callId: request.call.id, orderNumber: request.params.order_number, request: request.body };
      const logged = await idempotently(
        context,
        {
          scope: `${asked.callId} escalations`,
          key: request.headers['idempotency-key'],
          request: [asked.orderNumber, asked.request],
        },
        () => escalate(context, asked),
      );
      return reply.code(201).send(logged);
    },
  );

  app.get(
    '/api/orders/:order_number/escalations',
    {
      onRequest: requireCall(context),
      schema: {
        summary: 'Tell what became of the requests about a proved order',
        tags: ['changes'],
        security: [{ callToken: [] }],
        params,
        response: { 200: escalationsResponse },
        problems: [...ofCall],
      },
    },
    (request) => tellEscalations(context, { callId: request.call.id, orderNumber: request.params.order_number }),
  );
}
