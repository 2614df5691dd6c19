import * as z from 'zod/mini';
import { investigationRequest, investigationResponse } from '@orderline/contract/investigation.ts';
import { orderNumber } from '@orderline/contract/order.ts';
import type { AppContext } from '../app-context.ts';
import { requireCall } from '../http/access.ts';
import type { FastifyZod } from '../http/fastify-zod.ts';
import { idempotencyHeaders, idempotently } from '../http/idempotency.ts';
import { investigateParcel } from './investigate-parcel.ts';

/** Parcels that stopped moving, or never came. */
export function investigationRoutes(app: FastifyZod, context: AppContext): void {
  app.post(
    '/api/orders/:order_number/investigations',
    {
      onRequest: requireCall(context),
      schema: {
        summary: 'Have a missing parcel looked for',
        description:
          'Once it was marked delivered 48 hours ago, or has not been scanned for five business days; before that 422, with ' +
          'the words that reassure. One is open a parcel: asked again, it is the same one.',
        tags: ['changes'],
        security: [{ callToken: [] }],
        params: z.object({ order_number: orderNumber }),
        headers: idempotencyHeaders,
        body: investigationRequest,
        response: { 201: investigationResponse },
        problems: ['unauthorized', 'call_superseded', 'call_ended', 'not_found', 'refused', 'idempotency_key_reused'],
      },
    },
    async (request, reply) => {
      const missed = {
        callId: request.call.id,
        orderNumber: request.params.order_number,
        trackingNumber: request.body.tracking_number,
      };
      const opened = await idempotently(
        context,
        {
          scope: `${missed.callId} investigations`,
          key: request.headers['idempotency-key'],
          request: [missed.orderNumber, request.body],
        },
        () => investigateParcel(context, missed),
      );
      return reply.code(201).send(opened);
    },
  );
}
